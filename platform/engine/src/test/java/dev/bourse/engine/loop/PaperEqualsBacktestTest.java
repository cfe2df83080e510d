package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same events through a backtest and through a paper trader: its own thread, its inbox, its
 * journal, the venue's latency. Only the clock's hands are moved by the test.
 */
@Timeout(240)
@Tag("A1")
@Tag("P11")
class PaperEqualsBacktestTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_385_337_600L * SECOND;
  private static final int TRADES = 5_000;
  private static final Quantity TENTH = Quantity.of("0.1000");

  @TempDir private Path folder;
  private final List<Trade> trades = walk();

  @Test
  void placesTheSameOrdersAndGetsTheSameFills() {
    List<String> expected = backtest();

    List<String> paper = paper();

    assertThat(expected).hasSizeGreaterThan(300);
    assertThat(firstDifference(expected, paper)).isEqualTo("none");
  }

  private List<String> backtest() {
    Plugins plugins =
        new Plugins()
            .strategy("test", "1", mixed())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .data("1", new ListData("walk", trades));
    BacktestSpec spec =
        new BacktestSpec(
            "test",
            Map.of(),
            "walk",
            List.of(),
            "1m",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of(),
            Map.of(),
            Map.of());
    return rows(Backtest.of(spec, plugins).run().orders());
  }

  private List<String> paper() {
    HandClock clock = new HandClock(START);
    TestStrategy strategy = mixed();
    try (Bench bench = new Bench(folder, (mode, speed) -> clock)) {
      bench.start(bench.paper(new SimulatedExchangeFactory(), strategy(strategy, "1m")));
      bench.await(TraderStatus.RUNNING);
      for (int i = 0; i < trades.size(); i++) {
        long seen = i + 1L;
        clock.reach(trades.get(i).eventTime());
        bench.venue.say(trades.get(i));
        waitUntil("the strategy has seen trade " + seen, () -> strategy.count() == seen);
      }
      return rows(bench.await("it has published the end", view -> view.time() >= last()).orders());
    }
  }

  private long last() {
    return trades.get(trades.size() - 1).eventTime();
  }

  /** What became of each order before the last event, without its id. */
  private List<String> rows(List<Order> orders) {
    return orders.stream()
        .filter(order -> order.updatedAt() < last())
        .map(
            order ->
                order.spec()
                    + " at "
                    + order.createdAt()
                    + " "
                    + order.status()
                    + " "
                    + order.filled()
                    + " for "
                    + order.filledNotional()
                    + " at "
                    + order.updatedAt())
        .toList();
  }

  private static String firstDifference(List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String one = i < expected.size() ? expected.get(i) : "nothing";
      String other = i < actual.size() ? actual.get(i) : "nothing";
      if (!one.equals(other)) {
        return "order " + i + " is " + one + " in the backtest and " + other + " on paper";
      }
    }
    return "none";
  }

  /** Market orders on bars, limit orders near the price on trades, cancelled when they get old. */
  private static TestStrategy mixed() {
    return new TestStrategy()
        .barHabit(
            (bar, count, orders) -> {
              if (count % 5 == 1 && orders.isFlat()) {
                orders.buyMarket(TENTH);
              } else if (count % 5 == 4 && orders.isLong()) {
                orders.close();
              }
            })
        .habit(
            (trade, count, orders) -> {
              if (count % 12 == 0) {
                orders.cancelAll();
                orders.buyLimit(TENTH, new Price(trade.priceRaw() - 150, 2));
              }
            });
  }

  private static List<Trade> walk() {
    Random random = new Random(7);
    List<Trade> trades = new ArrayList<>();
    long price = 800_00;
    long time = START;
    for (int i = 0; i < TRADES; i++) {
      time += (random.nextInt(40) + 1) * SECOND + random.nextInt(1_000) * 1_000_000L;
      price = Math.max(100_00, price + random.nextInt(201) - 100);
      trades.add(Market.trade(Market.BTC, time, price));
    }
    return trades;
  }
}
