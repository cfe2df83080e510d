package dev.bourse.engine.loop;

import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.clock.Speed;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.strategy.breakout.Breakout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A signal strategy on recorded data: the same in a backtest, in the engine, and after restarts.
 */
@Timeout(240)
@Tag("S3")
class ReplaySignalTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_385_337_600L * SECOND;
  private static final int TRADES = 40_000;

  @TempDir private Path folder;
  private final ListData data = new ListData("walk", walk());

  @Test
  void ordersTheSameInABacktestAndInTheEngine() {
    BacktestResult backtest = backtest();
    TraderSnapshot replay;
    try (Bench bench = new Bench(folder)) {
      replay = replay(bench);
    }

    List<String> expected = decisions(backtest.orders());

    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(decisions(replay.orders())).isEqualTo(expected);
  }

  @Test
  @Tag("S10")
  void goesOnWithAnActiveSignalAfterEachRestartAndEachKill() throws InterruptedException {
    TraderSnapshot whole;
    try (Bench bench = new Bench(folder.resolve("whole"))) {
      whole = replay(bench);
    }
    TraderSnapshot end;
    int active = 0;
    try (Bench bench = new Bench(folder.resolve("parts"))) {
      for (int part = 1; part <= 8; part++) {
        TraderRun run = bench.start(plan(bench));
        awaitEvents(bench, part * 4_500L);
        active += holds(bench.snapshot()) ? 1 : 0;
        if (part % 2 == 0) {
          Bench.kill(run);
        } else {
          run.suspend();
          run.awaitEnd(Duration.ofSeconds(30));
        }
      }
      end = replay(bench);
    }

    assertThat(active).isPositive();
    assertThat(decisions(end.orders())).isEqualTo(decisions(whole.orders()));
    assertThat(end.signals().get(0).id()).isEqualTo(whole.signals().get(0).id());
    assertThat(end.signals().get(0).state()).isEqualTo(whole.signals().get(0).state());
  }

  @Test
  @Tag("S19")
  void everyEntryIsSoldOnce() {
    try (Bench bench = new Bench(folder)) {
      TraderSnapshot end = replay(bench);

      List<Order> orders = end.orders();

      assertThat(orders).allMatch(order -> order.status() == OrderStatus.FILLED);
      for (int i = 0; i < orders.size(); i++) {
        assertThat(orders.get(i).spec().side()).isEqualTo(i % 2 == 0 ? Side.BUY : Side.SELL);
      }
    }
  }

  private static boolean holds(TraderSnapshot view) {
    return view.signals().stream().anyMatch(signal -> signal.state() == SignalState.ACTIVE);
  }

  private BacktestResult backtest() {
    Plugins plugins =
        new Plugins()
            .strategy("breakout", "1", new Breakout())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .data("1", data);
    BacktestSpec spec =
        new BacktestSpec(
            "breakout",
            Map.of(),
            "walk",
            List.of(),
            "1m",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of(),
            Map.of(),
            Map.of());
    return Backtest.of(spec, plugins).run();
  }

  private TraderSnapshot replay(Bench bench) {
    bench.start(plan(bench));
    return bench.await(
        "the data ended", view -> view.detail().equals("the recorded data has ended"));
  }

  private TraderPlan plan(Bench bench) {
    return bench.replay(
        data, "walk", Speed.MAX, new SimulatedExchangeFactory(), strategy(new Breakout(), "1m"));
  }

  private static void awaitEvents(Bench bench, long count) {
    bench.await(
        "it is past " + count,
        view -> !view.feeds().isEmpty() && view.feeds().get(0).events() >= count);
  }

  /** Ids differ with the start that made them; what was ordered, when and for how much does not. */
  private static List<String> decisions(List<Order> orders) {
    return orders.stream()
        .map(order -> order.spec() + " at " + order.createdAt() + " for " + order.filledNotional())
        .toList();
  }

  private static List<Trade> walk() {
    Random random = new Random(7);
    List<Trade> trades = new ArrayList<>();
    long price = 800_00;
    for (int i = 0; i < TRADES; i++) {
      price = Math.max(100_00, price + random.nextInt(201) - 100);
      trades.add(Market.trade(Market.BTC, START + i * SECOND, price));
    }
    return trades;
  }
}
