package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.clock.Speed;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A trader on recorded data with the simulated exchange, in lockstep. */
@Timeout(240)
class ReplayTraderTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_385_337_600L * SECOND;
  private static final int TRADES = 4_000;
  private static final int BEGUN = 1_000;

  /** The time of the last trade: an order because of it finds nothing to fill it. */
  private static final long LAST = START + (TRADES - 1) * SECOND;

  @TempDir private Path folder;
  private final ListData data = new ListData("walk", walk(TRADES, 1));

  /** The same as far as it went some time ago. */
  private final ListData begun = new ListData("walk", walk(TRADES, 1).subList(0, BEGUN));

  @Test
  @Tag("A1")
  void tradesTheWholeSetAndSaysThatItEnded() {
    try (Bench bench = new Bench(folder)) {
      TraderSnapshot end = replay(bench, swinger());

      assertThat(end.feeds())
          .singleElement()
          .satisfies(feed -> assertThat(feed.events()).isEqualTo(TRADES));
      assertThat(end.orders())
          .hasSizeGreaterThan(20)
          .allMatch(order -> order.status() == OrderStatus.FILLED);
      assertThat(end.accounts().get(0).balances())
          .extracting(balance -> balance.currency().code())
          .contains("USD");
    }
  }

  @Test
  @Tag("P8")
  void givesTheSameStateToTheBitWhenRunTwice() {
    String first;
    String second;
    try (Bench bench = new Bench(folder.resolve("a"))) {
      first = hashAtEnd(bench);
    }
    try (Bench bench = new Bench(folder.resolve("b"))) {
      second = hashAtEnd(bench);
    }

    assertThat(first).isNotEmpty();
    assertThat(second).isEqualTo(first);
  }

  @Test
  @Tag("P8")
  void endsAsAnUninterruptedRunThoughInterruptedAgainAndAgain() throws Exception {
    TraderSnapshot whole;
    try (Bench bench = new Bench(folder.resolve("whole"))) {
      whole = replay(bench, swinger());
    }
    TraderSnapshot end;
    try (Bench bench = new Bench(folder.resolve("parts"))) {
      for (int part = 1; part <= 6; part++) {
        TraderRun run = bench.start(plan(bench, swinger()));
        awaitEvents(bench, part * 550L);
        run.suspend();
        run.awaitEnd(Duration.ofSeconds(30));
      }
      end = replay(bench, swinger());
    }

    assertThat(end.epoch()).isEqualTo(whole.epoch() + 6);
    assertThat(end.feeds().get(0).events()).isEqualTo(TRADES);
    assertThat(decisions(end)).isEqualTo(decisions(whole));
    assertThat(holdings(end)).isEqualTo(holdings(whole));
    assertThat(cash(end)).isEqualTo(cash(whole));
  }

  /** Trades are rare, so that most bars end between two of them, where a restart may fall. */
  @Test
  @Tag("P8")
  void aStrategyOnBarsMissesNoneThoughInterruptedAgainAndAgain() throws Exception {
    ListData rare = new ListData("rare", walk(600, 17));
    TraderSnapshot whole;
    try (Bench bench = new Bench(folder.resolve("whole"))) {
      whole = replay(bench, rare);
    }
    TraderSnapshot end;
    try (Bench bench = new Bench(folder.resolve("parts"))) {
      for (int part = 1; part <= 25; part++) {
        TraderRun run = bench.start(onBars(bench, rare));
        awaitEvents(bench, part * 20L);
        run.suspend();
        run.awaitEnd(Duration.ofSeconds(30));
      }
      end = replay(bench, rare);
    }

    assertThat(decisions(whole)).hasSizeGreaterThan(40);
    assertThat(decisions(end)).isEqualTo(decisions(whole));
  }

  private static TraderSnapshot replay(Bench bench, ListData rare) {
    bench.start(onBars(bench, rare));
    return bench.await("the data ended", ReplayTraderTest::isOver);
  }

  /** Buys on every other bar, sells on the next. */
  private static TraderPlan onBars(Bench bench, ListData rare) {
    TestStrategy alternates =
        new TestStrategy()
            .barHabit(
                (bar, count, orders) -> {
                  if (count % 2 == 0 && orders.isFlat()) {
                    orders.buyMarket(Quantity.of("0.1000"));
                  } else if (count % 2 == 1 && orders.isLong()) {
                    orders.close();
                  }
                });
    return bench.replay(
        rare, "rare", Speed.of("3000"), new SimulatedExchangeFactory(), strategy(alternates, "1m"));
  }

  @Test
  @Tag("P8")
  void keepsItsBooksThroughKillsAtAnyMoment() {
    try (Bench bench = new Bench(folder)) {
      for (int kill = 1; kill <= 10; kill++) {
        TraderRun run = bench.start(plan(bench, swinger()));
        awaitEvents(bench, kill * 350L);
        Bench.kill(run);
      }

      TraderSnapshot end = replay(bench, swinger());

      assertThat(end.feeds().get(0).events()).isEqualTo(TRADES);
      assertThat(end.status()).isEqualTo(TraderStatus.RUNNING);
      assertThat(end.liveOrders()).isEmpty();
      assertThat(end.orders()).extracting(Order::id).doesNotHaveDuplicates();
      assertThat(sold(end)).isLessThanOrEqualTo(bought(end));
      assertThat(bench.alerts).noneMatch(alert -> alert.level() == Alert.Level.CRITICAL);
    }
  }

  @Test
  @Tag("P8")
  void goesOnWhereTheVenueIsWhenOnlyItsOwnStoreIsGone() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TraderRun first = bench.start(plan(bench, begun, swinger()));
      bench.await("the data ended", ReplayTraderTest::isOver);
      first.stop("by test").get(30, TimeUnit.SECONDS);
      waitUntil("it ended", () -> bench.endings.size() == 1);
      bench.backend.forget("t");

      TraderSnapshot end = replay(bench, swinger());

      assertThat(end.feeds().get(0).events()).isEqualTo(TRADES - BEGUN);
      assertThat(end.orders())
          .filteredOn(order -> order.createdAt() < LAST)
          .isNotEmpty()
          .allMatch(order -> order.status() == OrderStatus.FILLED);
    }
  }

  @Test
  void waitsForThePresentAtAChosenSpeed() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TestStrategy quiet = new TestStrategy();
      TraderRun run =
          bench.start(
              bench.replay(
                  data, "walk", Speed.of("5"), new SimulatedExchangeFactory(), strategy(quiet)));
      bench.await(TraderStatus.RUNNING);
      bench.await("a few are fed", view -> view.feeds().get(0).events() >= 3);
      TraderSnapshot hashed =
          bench.await("it is hashed when idle", view -> !view.stateHash().isEmpty());
      run.stop("by test").get(30, TimeUnit.SECONDS);

      assertThat(hashed.stateHash()).hasSize(64);
      assertThat(hashed.time()).isLessThan(START + TRADES * SECOND);
      assertThat(run.awaitEnd(Duration.ofSeconds(30))).isTrue();
      assertThat(data.openCursors()).isZero();
    }
  }

  @Test
  void refusesAStrategyOnAnInstrumentThatTheDataDoesNotHave() {
    try (Bench bench = new Bench(folder)) {
      bench.start(
          bench.replay(
              data,
              "walk",
              Speed.MAX,
              new SimulatedExchangeFactory(),
              strategy(Bench.EMA, new TestStrategy(), Market.ETH.id())));
      waitUntil("it is refused", () -> !bench.endings.isEmpty());

      assertThat(bench.endings)
          .containsExactly("refused: strategy s wants [ETHUSD.TEST], which the data does not have");
    }
  }

  @Test
  void refusesToDriveAVenueThatHasThreads() {
    try (Bench bench = new Bench(folder)) {
      bench.start(bench.replay(data, "walk", Speed.MAX, bench.venue, strategy(new TestStrategy())));
      waitUntil("it is refused", () -> !bench.endings.isEmpty());

      assertThat(bench.endings)
          .containsExactly(
              "refused: account main: exchange type script places real orders and cannot be used in"
                  + " this mode: use type=simulated, or mode=live");
    }
  }

  @Test
  @Tag("P8")
  void takesBackAnOrderThatCouldNotBeMadeDurable() {
    try (Bench bench = new Bench(folder)) {
      TestStrategy unlucky =
          new TestStrategy()
              .habit(
                  (trade, count, orders) -> {
                    if (count == 100) {
                      bench.backend.failForce("no space left on device");
                      orders.buyMarket(Quantity.of("0.1000"));
                    }
                  });

      bench.start(plan(bench, unlucky));
      TraderSnapshot after =
          bench.await(
              "the order is denied",
              view -> view.orders().stream().anyMatch(o -> o.status() == OrderStatus.DENIED));

      assertThat(after.orders())
          .singleElement()
          .satisfies(
              order ->
                  assertThat(order.reason())
                      .startsWith("STORAGE: the journal failed and takes nothing more"));
      bench.await("entries stop", view -> view.status() == TraderStatus.REDUCING);
      assertThat(after.positions()).isEmpty();
    }
  }

  private static void awaitEvents(Bench bench, long count) {
    bench.await(
        "it is past " + count,
        view -> !view.feeds().isEmpty() && view.feeds().get(0).events() >= count);
  }

  private String hashAtEnd(Bench bench) {
    replay(bench, swinger());
    return bench.await("the end is hashed", view -> !view.stateHash().isEmpty()).stateHash();
  }

  private TraderSnapshot replay(Bench bench, TestStrategy strategy) {
    bench.start(plan(bench, strategy));
    return bench.await("the data ended", ReplayTraderTest::isOver);
  }

  private static boolean isOver(TraderSnapshot view) {
    return view.detail().equals("the recorded data has ended");
  }

  private TraderPlan plan(Bench bench, TestStrategy strategy) {
    return plan(bench, data, strategy);
  }

  private static TraderPlan plan(Bench bench, ListData recorded, TestStrategy strategy) {
    return bench.replay(
        recorded, "walk", Speed.MAX, new SimulatedExchangeFactory(), strategy(strategy));
  }

  /** Buys on every 60th trade when flat, sells on every 60th when it holds. */
  private static TestStrategy swinger() {
    return new TestStrategy()
        .habit(
            (trade, count, orders) -> {
              if (count % 60 == 0 && orders.isFlat()) {
                orders.buyMarket(Quantity.of("0.1000"));
              } else if (count % 60 == 30 && orders.isLong()) {
                orders.close();
              }
            });
  }

  private static List<Trade> walk(int count, int seconds) {
    Random random = new Random(42);
    List<Trade> trades = new ArrayList<>();
    long price = 800_00;
    for (int i = 0; i < count; i++) {
      price = Math.max(100_00, price + random.nextInt(201) - 100);
      trades.add(Market.trade(Market.BTC, START + (long) i * seconds * SECOND, price));
    }
    return trades;
  }

  private static List<String> decisions(TraderSnapshot view) {
    return view.orders().stream()
        .map(order -> order.spec() + " at " + order.createdAt() + " for " + order.filledNotional())
        .toList();
  }

  private static List<String> holdings(TraderSnapshot view) {
    return view.positions().stream()
        .map(each -> each.quantity() + " for " + each.cost() + " after " + each.realized())
        .toList();
  }

  private static long bought(TraderSnapshot view) {
    return filled(view, Side.BUY);
  }

  private static long sold(TraderSnapshot view) {
    return filled(view, Side.SELL);
  }

  private static long filled(TraderSnapshot view, Side side) {
    return view.orders().stream()
        .filter(order -> order.spec().side() == side)
        .mapToLong(order -> order.filled().raw())
        .sum();
  }

  private static List<Money> cash(TraderSnapshot view) {
    return view.accounts().get(0).balances().stream().map(balance -> balance.total()).toList();
  }
}
