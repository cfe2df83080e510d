package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.exchange.binance.net.SocketListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When the connection for orders and the account's events is opened again. */
@Tag("H2")
class ReconnectionTest {
  private static final Duration WHILE = Duration.ofSeconds(20);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AccountBench bench = new AccountBench().connected();

  /** The connection ends after a while, and so does the network. */
  private void goesAway() {
    bench.worker.passes(WHILE);
    bench.away = true;
    bench.sink.take();
    end();
  }

  private void end() {
    Objects.requireNonNull(bench.line).ended("reset by peer");
  }

  /** After how many seconds attempts are made while so much time passes. */
  private List<Long> attempts(Duration time) {
    List<Long> seconds = new ArrayList<>();
    int known = bench.opened;
    for (long second = 0; second <= time.toSeconds(); second++) {
      bench.worker.passes(second == 0 ? Duration.ZERO : SECOND);
      if (bench.opened > known) {
        seconds.add(second);
        known = bench.opened;
      }
    }
    return seconds;
  }

  private List<Boolean> told() {
    return bench.sink.events(ConnectionChanged.class).stream()
        .map(ConnectionChanged::connected)
        .toList();
  }

  @Test
  void aLostConnectionIsOpenedAgainAtOnceThenWithGrowingPauses() {
    goesAway();

    List<Long> attempts = attempts(Duration.ofMinutes(5));

    assertThat(attempts).containsExactly(0L, 10L, 30L, 60L, 100L, 150L, 210L, 270L);
    assertThat(told()).containsExactly(false, false);
  }

  @Test
  void anAttemptThatCannotEvenBeginCountsAsOneThatFailed() {
    goesAway();
    bench.breaks = true;
    List<Long> broken = attempts(Duration.ofSeconds(35));

    bench.breaks = false;
    bench.away = false;
    List<Long> attempts = attempts(Duration.ofMinutes(1));

    assertThat(broken).containsExactly(0L, 10L, 30L);
    assertThat(attempts).containsExactly(25L);
    assertThat(told()).containsExactly(false, false, true);
    assertThat(bench.sink.events(ConnectionChanged.class).get(1).detail())
        .endsWith("too many open files");
  }

  @Test
  void aGreetingThatCannotBeReadCountsAsAnAttemptThatFailed() {
    goesAway();
    bench.away = false;
    bench.done(
        "account.status",
        "{\"canTrade\":true,\"balances\":[{\"asset\":\"BTC\",\"free\":\"much\",\"locked\":\"0\"}]}");
    List<Long> failed = attempts(Duration.ofSeconds(35));

    bench.done("account.status", "{\"canTrade\":true,\"balances\":[]}");
    List<Long> attempts = attempts(Duration.ofMinutes(1));

    assertThat(failed).containsExactly(0L, 10L, 30L);
    assertThat(attempts).containsExactly(25L);
    assertThat(told()).last().isEqualTo(true);
  }

  @Test
  void aVenueThatIsBackIsFoundByTheNextAttempt() {
    goesAway();
    bench.worker.passes(Duration.ofSeconds(35));

    bench.away = false;
    List<Long> attempts = attempts(Duration.ofMinutes(1));

    assertThat(attempts).containsExactly(25L);
    assertThat(told()).last().isEqualTo(true);
  }

  @Test
  void aConnectionThatIsLostSoonAfterItCameIsNotOpenedWithoutAPause() {
    goesAway();
    bench.worker.passes(SECOND);
    bench.away = false;
    bench.worker.passes(Duration.ofSeconds(11));
    int before = bench.opened;

    end();
    List<Long> attempts = attempts(Duration.ofSeconds(30));

    assertThat(before).isEqualTo(3);
    assertThat(attempts).containsExactly(20L);
  }

  @Test
  void anAttemptToReplaceAConnectionThatFailsIsMadeAgainOnlyWhileThatOneIsThere() {
    bench.worker.passes(Duration.ofHours(23).minus(WHILE));
    bench.away = true;
    SocketListener first = Objects.requireNonNull(bench.line);
    bench.worker.passes(WHILE.plusSeconds(5));
    boolean tried = bench.line != first;
    bench.away = false;

    first.ended("reset by peer");
    List<Long> attempts = attempts(Duration.ofMinutes(1));

    assertThat(tried).isTrue();
    assertThat(attempts).containsExactly(0L);
  }
}
