package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.venue.binance.VenueInstruments;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Money that comes and goes at the venue while the trader's connection is cut. */
@Timeout(300)
@Tag("H3")
@Tag("N7")
class FlowsWhileAwayTest {
  private static final Instrument BTCUSDT = VenueInstruments.USUAL.get(0);

  @TempDir private Path folder;

  private static OrderOutcome buys(LiveBench bench) {
    return bench.submit(OrderSpec.market(BTCUSDT, Side.BUY, Quantity.of("0.1")));
  }

  private static AccountView account(TraderSnapshot view) {
    return view.accounts().get(0);
  }

  private static List<String> balances(TraderSnapshot view) {
    return account(view).balances().stream().map(Balance::total).map(String::valueOf).toList();
  }

  private static List<String> flows(TraderSnapshot view) {
    return account(view).flows().stream().map(each -> each.kind() + " " + each.amount()).toList();
  }

  /** Nobody listens while it happens; then the connection is back. */
  private static void away(LiveBench bench, Runnable meanwhile) {
    bench.venue.add(Fault.always(Kind.CUT, "time"));
    bench.venue.cutSockets();
    bench.await("it is away", view -> !account(view).connected());
    meanwhile.run();
    bench.venue.clearFaults();
  }

  @Test
  void aDepositAndAWithdrawalAreBookedAsSuchAndEntriesGoOn() {
    try (LiveBench bench = new LiveBench(folder).running()) {
      assertThat(buys(bench)).isInstanceOf(OrderOutcome.Filled.class);

      away(
          bench,
          () -> {
            bench.venue.transfer("alice", "250", "USDT");
            bench.venue.transfer("alice", "-1.5", "BTC");
          });
      TraderSnapshot back = bench.await("both are booked", view -> flows(view).size() == 2);
      TraderSnapshot running =
          bench.await("it runs", view -> view.status() == TraderStatus.RUNNING);

      assertThat(flows(back))
          .containsExactlyInAnyOrder("deposit 250.00000000 USDT", "withdrawal -1.50000000 BTC");
      assertThat(balances(running))
          .containsExactlyInAnyOrder("8.59990000 BTC", "94249.99900000 USDT");
      assertThat(running.positions()).hasSize(1);
      assertThat(buys(bench)).isInstanceOf(OrderOutcome.Filled.class);
    }
  }
}
