package dev.bourse.engine.loop;

import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.clock.Speed;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A simulated venue is compared as any other. */
@Tag("N7")
@Timeout(120)
class LockstepReconcileTest {
  @TempDir private Path folder;

  private static ListData trades() {
    List<Trade> trades = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      trades.add(Market.trade(Market.BTC, TimeUnit.SECONDS.toNanos(i), 100_00 + i));
    }
    return new ListData("btc", trades);
  }

  @Test
  void theBooksAndASimulatedVenueAgree() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TraderRun run =
          bench.start(
              bench.replay(
                  trades(),
                  "btc",
                  Speed.MAX,
                  new SimulatedExchangeFactory(),
                  strategy(TestStrategy.buyer())));
      bench.await("it holds", view -> view.positions().stream().anyMatch(each -> !each.isFlat()));

      List<Discrepancy> looked = compare(run, ReconcileMode.LOOK);
      List<Discrepancy> applied = compare(run, ReconcileMode.APPLY);

      assertThat(looked).isEmpty();
      assertThat(applied).isEmpty();
      assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
    }
  }

  private static List<Discrepancy> compare(TraderRun run, ReconcileMode mode) throws Exception {
    CompletableFuture<List<Discrepancy>> answer = new CompletableFuture<>();
    run.compare(mode, "test", answer);
    return answer.get(60, TimeUnit.SECONDS);
  }
}
