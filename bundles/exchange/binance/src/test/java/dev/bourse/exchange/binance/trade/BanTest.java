package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Quantity;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A venue that wants to be left alone for a time is left alone for that time. */
@Tag("G4")
@Tag("G5")
class BanTest {
  private static final Duration BAN = Duration.ofMinutes(10);
  private static final Duration NEARLY = BAN.minusSeconds(1);

  private final AccountBench bench = new AccountBench();

  @Test
  void noConnectionIsOpenedUntilTheBanIsOver() {
    bench.bans(BAN);
    bench.account.start();

    bench.worker.passes(NEARLY);
    int during = bench.opened;
    bench.worker.passes(Duration.ofSeconds(10));

    assertThat(during).isEqualTo(1);
    assertThat(bench.opened).isGreaterThan(1);
  }

  @Test
  void theClockIsNotAskedForDuringABan() {
    bench.connected();
    bench.bans(BAN);

    bench.worker.passes(NEARLY);

    assertThat(bench.called).containsExactly("time");
  }

  @Test
  void whyThereIsNoConnectionIsSaid() {
    bench.limits.wait(BAN);

    bench.account.start();
    bench.worker.passes(Duration.ofSeconds(1));

    ConnectionChanged told = bench.sink.events(ConnectionChanged.class).get(0);
    assertThat(told.connected()).isFalse();
    assertThat(told.detail()).contains("RATE_LIMIT: until=").endsWith("by=the venue");
  }

  @Test
  void anOrderIsNotChangedDuringABan() {
    bench.connected();
    bench.limits.wait(BAN);

    OrderChange less = OrderChange.quantity(Quantity.of("0.5"));
    var told = bench.told(new ExchangeCommand.Amend(AccountBench.resting("t-s-1-1"), less, 0));

    assertThat(bench.called).isEmpty();
    assertThat(told).hasSize(1).first().isInstanceOf(OrderReport.UpdateRejected.class);
    assertThat(((OrderReport.UpdateRejected) told.get(0)).reason()).startsWith("RATE_LIMIT: ");
  }
}
