package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.venue.binance.VenueInstruments;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A venue that takes connections and does not answer on them, and what its trader says of that. */
@Timeout(300)
@Tag("N3")
class StalledAtVenueTest {
  private static final Instrument BTCUSDT = VenueInstruments.USUAL.get(0);
  private static final Map<String, String> SHORT =
      Map.of("timeout.connection", "500ms", "timeout.reconciliation", "500ms");

  @TempDir private Path folder;

  private static OrderOutcome buys(LiveBench bench) {
    return bench.submit(OrderSpec.market(BTCUSDT, Side.BUY, Quantity.of("0.1")));
  }

  private static void heals(LiveBench bench) {
    bench.venue.clearFaults();
    bench.venue.cutSockets();
    bench.running();
  }

  @Test
  void aTraderThatFindsNoConnectionSaysSoAndRunsOnceTheVenueAnswers() {
    try (LiveBench bench = new LiveBench(folder, SHORT, List.of(Fault.always(Kind.DROP, "time")))) {
      TraderSnapshot stalled =
          bench.await("it is told", view -> view.detail().contains("timeout.connection"));
      heals(bench);

      assertThat(stalled.status()).isEqualTo(TraderStatus.SUSPENDED);
      assertThat(stalled.detail())
          .startsWith(
              "account alice not connected: no connection for 500ms, see timeout.connection")
          .endsWith("; it is tried on");
      assertThat(buys(bench)).isInstanceOf(OrderOutcome.Filled.class);
    }
  }

  @Test
  void aTraderThatGetsNoReportSaysSoAndRunsOnceTheVenueAnswers() {
    List<Fault> faults =
        List.of(
            Fault.always(Kind.DROP, "myTrades"), Fault.always(Kind.DROP, "GET /api/v3/myTrades"));
    try (LiveBench bench = new LiveBench(folder, SHORT, faults)) {
      TraderSnapshot stalled =
          bench.await("it is told", view -> view.detail().contains("timeout.reconciliation"));
      bench.priced(bench.trader());
      OrderOutcome meanwhile = buys(bench);
      heals(bench);

      assertThat(stalled.status()).isEqualTo(TraderStatus.RECONCILING);
      assertThat(stalled.detail())
          .isEqualTo(
              "account alice waits for the venue's report: no report came within 500ms, see"
                  + " timeout.reconciliation; it is asked again every 20s");
      assertThat(meanwhile).isInstanceOf(OrderOutcome.Denied.class);
      assertThat(buys(bench)).isInstanceOf(OrderOutcome.Filled.class);
    }
  }
}
