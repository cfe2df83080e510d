package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.clock.WallClock;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.scripted.ScriptedExchange;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A trader on a venue's live data whose orders go to the simulated exchange, in lockstep. */
@Timeout(120)
@Tag("A1")
class PaperTraderTest {
  @TempDir private Path folder;
  private final ScriptedVenue venue = new ScriptedVenue();
  private ManagerBench bench;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder, venue);
    bench.manager.add(plugin(PluginKind.EXCHANGE, "simulated", new SimulatedExchangeFactory()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void fillsOnLiveDataAndSendsNothingToTheVenue() {
    running(TestStrategy.buyer());

    TraderSnapshot after = tradeUntilItHolds();

    assertThat(after.orders()).extracting(Order::status).containsExactly(OrderStatus.FILLED);
    assertThat(after.orders().get(0).filledNotional().toString()).isEqualTo("10.00 USD");
    assertThat(after.positions().get(0).quantity()).isEqualTo(Quantity.of("0.10000000"));
    assertThat(venue.exchange().commands()).isEmpty();
  }

  @Test
  void fillsARestingOrderWhenTheMarketTradesThroughIt() {
    running(
        new TestStrategy()
            .habit(
                (trade, count, orders) -> {
                  if (orders.isFlat()) {
                    orders.buyLimit(Quantity.of("0.1000"), Price.of("90.00"));
                  }
                }));
    trade(100_00);
    bench.await(
        "demo",
        "has an order at the venue",
        view -> view.orders().stream().anyMatch(each -> each.venueOrderId() != null));

    trade(90_00);
    trade(89_99);
    TraderSnapshot after = bench.await("demo", "holds", view -> !view.positions().isEmpty());

    assertThat(after.orders().get(0).filledNotional().toString()).isEqualTo("9.00 USD");
  }

  @Test
  @Tag("A5")
  @Tag("P2")
  void keepsPositionAndCashWhileTheAdapterOfItsDataIsReplaced() {
    running(TestStrategy.buyer());
    TraderSnapshot before = tradeUntilItHolds();

    bench.manager.remove(bench.exchange);
    TraderSnapshot waiting = bench.await("demo", TraderStatus.WAITING);
    bench.manager.add(bench.exchange);
    bench.await("demo", TraderStatus.RUNNING);
    trade(110_00);
    TraderSnapshot after =
        bench.await("demo", "sees data again", view -> events(view) > events(before));

    assertThat(waiting.detail()).isEqualTo("exchange type script is not installed");
    assertThat(after.epoch()).isEqualTo(before.epoch() + 1);
    assertThat(after.positions()).isEqualTo(before.positions());
    assertThat(after.accounts().get(0).balances()).isEqualTo(before.accounts().get(0).balances());
    assertThat(after.orders()).hasSize(1);
  }

  @Test
  void marksTheHoleThatALostDataConnectionLeaves() {
    running(new TestStrategy());
    trade(100_00);
    bench.await("demo", "sees data", view -> events(view) == 1);

    venue.exchange().connected(false);
    venue.exchange().connected(true);
    bench.await("demo", "knows of the hole", view -> events(view) == 2);

    assertThat(bench.trader("demo").trace().tail(1, turn -> turn.event() instanceof DataGap))
        .singleElement()
        .satisfies(
            turn -> assertThat(((DataGap) turn.event()).reason()).isEqualTo("Cut by the test."));
    assertThat(bench.trader("demo").snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void readsOnWhenThereWasNoRoomForWhatTheDataVenueSaid() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    TestStrategy strategy =
        new TestStrategy()
            .habit(
                (trade, count, orders) -> {
                  inside.countDown();
                  awaitQuietly(stuck);
                });
    running(strategy, "inbox.execution", "64");
    ScriptedExchange first = venue.exchange();

    trade(100_00);
    inside.await();
    for (int i = 0; i < 65; i++) {
      first.report(new InstrumentListed(Market.BTC, i));
    }
    stuck.countDown();
    waitUntil("it was opened anew", () -> venue.exchange() != first);
    long before = strategy.count();
    waitUntil(
        "data comes again",
        () -> {
          trade(101_00);
          return strategy.count() > before;
        });

    assertThat(bench.trader("demo").trace().tail(1, turn -> turn.event() instanceof DataGap))
        .singleElement()
        .satisfies(
            turn ->
                assertThat(((DataGap) turn.event()).reason())
                    .isEqualTo("the trader had no room for it"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void running(TestStrategy strategy, String... more) {
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", strategy));
    bench.configure(
        Kind.TRADER,
        "demo",
        ManagerBench.concat(
            more,
            "mode",
            "paper",
            "data",
            "script",
            "accounts",
            "main",
            "risk",
            "none",
            "persistence",
            "memory"));
    bench.configure(Kind.ACCOUNT, "main", "trader", "demo", "type", "simulated", "latency", "10");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
  }

  /** An order acts a moment after its decision, so it takes data that comes later. */
  private TraderSnapshot tradeUntilItHolds() {
    waitUntil(
        "it holds",
        () -> {
          trade(100_00);
          return !bench.trader("demo").snapshot().positions().isEmpty();
        });
    return bench.trader("demo").snapshot();
  }

  private void trade(long priceRaw) {
    venue.exchange().market(Market.trade(Market.BTC, WallClock.wallNanos(), priceRaw));
  }

  private static long events(TraderSnapshot view) {
    return view.feeds().stream().mapToLong(TraderSnapshot.FeedView::events).sum();
  }
}
