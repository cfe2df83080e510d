package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.VenueClock;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.exchange.binance.net.SocketListener;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In which order an owner hears of the connection, whatever thread is the faster one. */
@Tag("H2")
class SessionTest {
  private static final URI VENUE = URI.create("wss://api");

  private final AccountBench bench = new AccountBench();
  private final List<String> told = new ArrayList<>();
  private final Session session =
      new Session(
          AccountBench.settings(),
          new Credentials(ApiKey.of("abc", "def", ""), new VenueClock(bench.worker::now), 5000),
          bench.limits,
          this::open,
          bench.worker,
          new Slow());

  /** Whether connections that are asked for wait. */
  private boolean holds;

  /** Whether the venue wants to be left alone by the next connection that is asked for. */
  private boolean bans;

  /** The one that waits. */
  private @Nullable SocketListener held;

  /** The worker does all it can before an end is known to whom it is told. */
  private final class Slow implements SessionOwner {
    @Override
    public String greeted(Session.Asker asker) {
      return "greeted";
    }

    @Override
    public void up(String detail) {
      told.add(detail);
    }

    @Override
    public void down(String reason) {
      SocketListener late = held;
      held = null;
      if (late != null) {
        bench.open(VENUE, late);
      }
      bench.worker.passes(Duration.ZERO);
      told.add(reason);
    }

    @Override
    public void event(JsonNode event) {}
  }

  private void open(URI address, SocketListener listener) {
    if (bans) {
      bans = false;
      bench.limits.wait(Duration.ofSeconds(30));
    }
    if (holds) {
      held = listener;
    } else {
      bench.open(address, listener);
    }
  }

  @BeforeEach
  void connect() {
    session.start();
    bench.worker.passes(Duration.ofSeconds(20));
    told.clear();
  }

  @Test
  void aConnectionThatIsOpenedAgainAtOnceIsToldAfterTheEndOfTheLast() {
    SocketListener line = Objects.requireNonNull(bench.line);

    line.ended("reset by peer");
    bench.worker.passes(Duration.ZERO);

    assertThat(told).containsExactly("reset by peer", "greeted");
  }

  @Test
  void oneThatTookThePlaceOfAnotherWhoseEndWasBeingToldIsToldOnceMore() {
    SocketListener line = Objects.requireNonNull(bench.line);
    holds = true;
    bench.worker.passes(Duration.ofHours(23));

    line.ended("reset by peer");

    assertThat(session.isUp()).isTrue();
    assertThat(told).containsExactly("greeted", "reset by peer", "greeted");
  }

  @Test
  void oneThatTheVenueIsAboutToEndBeforeItIsInUseIsReplacedOnceItIs() {
    bans = true;
    Objects.requireNonNull(bench.line).ended("reset by peer");
    bench.worker.passes(Duration.ofSeconds(1));
    int before = bench.opened;

    Objects.requireNonNull(bench.line).text("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}");
    bench.worker.passes(Duration.ofSeconds(20));
    int early = bench.opened;
    bench.worker.passes(Duration.ofSeconds(20));

    assertThat(early).isEqualTo(before);
    assertThat(bench.opened).isEqualTo(before + 1);
    assertThat(session.isUp()).isTrue();
  }
}
