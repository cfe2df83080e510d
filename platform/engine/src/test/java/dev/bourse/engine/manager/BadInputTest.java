package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a whole engine does with data, disks, files and strategies that are not as they should. */
@Timeout(120)
class BadInputTest {
  private static final Quantity TENTH = Quantity.of("0.1000");

  @TempDir private Path folder;
  private final TestStrategy strategy = new TestStrategy();
  private ManagerBench bench;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder);
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", strategy));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @Tag("N15")
  void believesNoPriceOrSizeThatCannotBe() {
    running();

    bench.venue.trade(0);
    bench.venue.trade(-100_00);
    bench.venue.say(new Trade(Market.BTC, 1, 100_00, 0, AggressorSide.UNKNOWN, null));
    bench.venue.say(new Quote(Market.BTC, 1, 101_00, 1, 100_00, 1));
    bench.venue.say(new Quote(Market.BTC, 1, -1, 1, 100_00, 1));
    bench.venue.trade(100_00);
    TraderSnapshot after = bench.await("demo", "saw the good one", view -> events(view) == 1);

    assertThat(after.queues()).containsEntry("inbox.market.refused", 5L);
    assertThat(after.feeds().get(0).lastPrice()).contains(Price.of("100.00"));
    assertThat(after.status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(strategy.count()).isEqualTo(1);
  }

  @Test
  void takesATradeOnceAndAnOldOneWithoutHarm() {
    running();

    bench.venue.say(trade("a", 5_000_000_000L, 100_00));
    bench.venue.say(trade("a", 5_000_000_000L, 100_00));
    bench.venue.say(trade("b", 1_000_000_000L, 99_00));
    bench.venue.say(Market.quote(Market.BTC, 5_000_000_000L, 100_00));
    bench.venue.say(Market.quote(Market.BTC, 4_000_000_000L, 90_00));
    TraderSnapshot after =
        bench.await(
            "demo", "saw both", view -> events(view) == 3 && view.queues().containsValue(2L));

    assertThat(after.queues()).containsEntry("inbox.market.refused", 2L);
    assertThat(strategy.count()).isEqualTo(2);
    assertThat(after.status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  @Tag("K1")
  void reducesAndEntersNothingWhileTheDiskIsFull() throws Exception {
    running();
    bench.venue.trade(100_00);
    bench.await("demo", "has a price", view -> events(view) == 1);
    assertThat(buy()).isInstanceOf(OrderOutcome.Filled.class);

    bench.backend.health(new JournalHealth(JournalHealth.State.RESERVE, "the disk is full"));
    TraderSnapshot full = bench.await("demo", TraderStatus.REDUCING);
    OrderOutcome entry = buy();
    ask("demo", new ControlEvent.Flatten("test"));
    bench.await("demo", "is flat", BadInputTest::isFlat);
    bench.backend.health(JournalHealth.GOOD);
    bench.await("demo", "is well again", view -> view.storage().isEmpty());

    assertThat(full.detail()).isEqualTo("the disk is full");
    assertThat(((OrderOutcome.Denied) entry).reason())
        .isEqualTo("TRADER_NOT_RUNNING: status=REDUCING because=the disk is full");
    assertThat(bench.venue.submits()).isEqualTo(2);
  }

  @Test
  @Tag("K1")
  void tradesOnAndSaysSoOnceWhileTheDiskIsLow() throws Exception {
    String dropped = "market data of 5 turns was dropped from the trace so far";
    running();
    bench.venue.trade(100_00);
    bench.await("demo", "has a price", view -> events(view) == 1);

    bench.backend.health(new JournalHealth(JournalHealth.State.GOOD, dropped));
    assertThat(buy()).isInstanceOf(OrderOutcome.Filled.class);
    TraderSnapshot low = bench.await("demo", "says so", view -> !view.storage().isEmpty());
    assertThat(buy()).isInstanceOf(OrderOutcome.Filled.class);
    bench.backend.health(JournalHealth.GOOD);
    assertThat(buy()).isInstanceOf(OrderOutcome.Filled.class);
    bench.await("demo", "is well again", view -> view.storage().isEmpty());

    assertThat(low.status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(low.storage()).isEqualTo(dropped);
    waitUntil("both are noted", () -> notes().size() == 2);
    assertThat(notes())
        .containsExactly(
            new TurnResult.Noted(Alert.Level.WARNING, "storage: " + dropped),
            new TurnResult.Noted(
                Alert.Level.INFO, "storage: there is room again; before: " + dropped));
  }

  @Test
  void waitsWhileItsDiskCannotBeWritten() {
    bench.backend.failOpen("store demo cannot be written: read-only file system");
    bench.configureTrader("demo", "main");
    bench.configureStrategy("demo", "s");
    TraderSnapshot waiting =
        bench.await("demo", "says why", view -> view.detail().contains("read-only"));

    bench.backend.failOpen("");
    bench.trader("demo").start();
    bench.await("demo", TraderStatus.RUNNING);

    assertThat(waiting.status()).isEqualTo(TraderStatus.WAITING);
    assertThat(waiting.detail()).isEqualTo("store demo cannot be written: read-only file system");
  }

  @Test
  void startsNeitherOfTwoTradersThatClaimOneAccount() {
    bench.configureTrader("demo", "main");
    bench.configureTrader("other", "main");

    TraderSnapshot demo = bench.await("demo", "refused", view -> view.detail().contains("claimed"));
    TraderSnapshot other =
        bench.await("other", "refused", view -> view.detail().contains("claimed"));

    assertThat(demo.detail()).contains("account main is claimed by traders demo and other");
    assertThat(other.status()).isEqualTo(TraderStatus.WAITING);
    assertThat(bench.venue.openings()).isZero();
  }

  @Test
  @Tag("F1")
  @Tag("F2")
  @Tag("F3")
  void closesWhatALoopingStrategyHoldsWhileOthersGoOn() throws Exception {
    AtomicBoolean loops = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    strategy.habit(
        (trade, count, orders) -> {
          if (count == 1) {
            orders.buyMarket(TENTH);
            orders.buyLimit(TENTH, Price.of("90.00"));
          }
          while (loops.get() && never.getCount() > 0) {
            Thread.onSpinWait();
          }
        });
    running("strategy.deadline", "200ms");
    bench.venue.trade(100_00);
    bench.await("demo", "holds and rests", BadInputTest::holdsAndRests);
    Neighbour neighbour = new Neighbour();

    loops.set(true);
    bench.venue.trade(101_00);
    bench.await("demo", TraderStatus.FAULTED);
    neighbour.sees(101_00);
    ask("demo", new ControlEvent.Halt("enough", "test"));
    bench.await("demo", "rests nothing", view -> view.liveOrders().isEmpty());
    TraderSnapshot halted = bench.await("demo", TraderStatus.HALTED);
    ask("demo", new ControlEvent.Flatten("test"));
    bench.await("demo", "is flat", BadInputTest::isFlat);
    neighbour.sees(102_00);
    never.countDown();

    assertThat(halted.positions()).noneMatch(Position::isFlat);
    assertThat(bench.trader("neighbour").snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }

  /** Another trader, on a venue of its own. */
  private final class Neighbour {
    private final ScriptVenue venue = new ScriptVenue();
    private final TestStrategy counter = new TestStrategy();

    Neighbour() {
      bench.manager.add(plugin(PluginKind.EXCHANGE, "near", venue));
      bench.manager.add(plugin(PluginKind.STRATEGY, "counter", counter));
      bench.configureTrader("neighbour", "second");
      bench.configure(
          dev.bourse.engine.config.ConfigFile.Kind.ACCOUNT,
          "second",
          "trader",
          "neighbour",
          "type",
          "near");
      bench.configureStrategy("neighbour", "n", "type", "counter");
      bench.await("neighbour", TraderStatus.RUNNING);
    }

    void sees(long priceRaw) {
      long before = counter.count();
      venue.trade(priceRaw);
      waitUntil("the neighbour was asked", () -> counter.count() == before + 1);
    }
  }

  private void running(String... keys) {
    bench.configureTrader("demo", "main", keys);
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
  }

  private static Trade trade(String id, long time, long priceRaw) {
    return new Trade(Market.BTC, time, priceRaw, 10_000, AggressorSide.UNKNOWN, id);
  }

  private OrderOutcome buy() throws Exception {
    OrderSpec spec = OrderSpec.market(Market.BTC, Side.BUY, TENTH);
    return bench.trader("demo").submit(spec, "test", Duration.ofSeconds(30)).get();
  }

  private void ask(String trader, ControlEvent event) throws Exception {
    bench.trader(trader).control(event).get(30, TimeUnit.SECONDS);
  }

  private static long events(TraderSnapshot view) {
    return view.feeds().stream().mapToLong(TraderSnapshot.FeedView::events).sum();
  }

  /** What was told about the storage, from the trace. */
  private List<TurnResult> notes() {
    return bench
        .trader("demo")
        .trace()
        .tail(1_000, turn -> turn.event() instanceof LifecycleEvent.StorageLow)
        .stream()
        .flatMap(turn -> turn.results().stream())
        .filter(TurnResult.Noted.class::isInstance)
        .toList();
  }

  private static boolean isFlat(TraderSnapshot view) {
    return view.positions().stream().allMatch(Position::isFlat);
  }

  private static boolean holdsAndRests(TraderSnapshot view) {
    return !view.positions().isEmpty()
        && view.orders().stream().anyMatch(order -> order.status() == OrderStatus.ACCEPTED);
  }
}
