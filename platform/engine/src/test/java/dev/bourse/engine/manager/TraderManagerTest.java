package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.PluginInfo;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptVenue.Mood;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("P4")
class TraderManagerTest {
  @TempDir private Path folder;
  private ManagerBench bench;
  private final TestStrategy buyer = TestStrategy.buyer();
  private final Plugin<?> strategy = plugin(PluginKind.STRATEGY, "test", buyer);

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void saysWhatItWaitsForAndStartsWhenItIsThere() {
    bench.configureTrader("demo", "main");
    bench.configureStrategy("demo", "s");
    TraderSnapshot waiting =
        bench.await("demo", "waits for the type", view -> view.detail().contains("test"));

    bench.manager.add(strategy);
    TraderSnapshot running = bench.await("demo", TraderStatus.RUNNING);

    assertThat(waiting.status()).isEqualTo(TraderStatus.WAITING);
    assertThat(waiting.detail()).isEqualTo("strategy type test is not installed");
    assertThat(running.strategies())
        .singleElement()
        .satisfies(view -> assertThat(view.bound()).isTrue());
  }

  @Test
  void saysWhyAConfigurationIsRefused() {
    bench.configureTrader("demo", "main", "speeed", "60");

    TraderSnapshot waiting =
        bench.await("demo", "is refused", view -> view.detail().contains("refused"));

    assertThat(waiting.detail())
        .startsWith(
            "its configuration is refused: trader demo (dev.bourse.trader-demo.cfg): unknown key"
                + " \"speeed\"");
    assertThat(bench.manager.problems())
        .anySatisfy(problem -> assertThat(problem).contains("unknown key \"speeed\""))
        .contains("deploy/broken.jar is no bundle");
  }

  @Test
  void goesOnWithItsFormerConfigurationWhenTheNewOneIsRefused() {
    running();

    bench.configureStrategy("demo", "s", "bar", "soon");
    waitUntil("the problem is told", () -> bench.manager.problems().size() > 1);
    bench.venue.trade(100_00);
    bench.await("demo", "trades", view -> !view.positions().isEmpty());

    assertThat(bench.trader("demo").snapshot().status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(bench.manager.problems())
        .anySatisfy(
            problem ->
                assertThat(problem).contains("bar \"soon\" must be a number and s, m, h or d"));
  }

  @Test
  void restartsJustTheStrategyWhoseParametersChanged() {
    running();
    bench.venue.trade(100_00);
    bench.await("demo", "holds", view -> !view.positions().isEmpty());
    long epoch = bench.trader("demo").snapshot().epoch();

    bench.configureStrategy("demo", "s", "word", "other");
    waitUntil("it is made anew", () -> buyer.made() == 2);
    bench.venue.trade(101_00);
    waitUntil("the new object is asked", () -> buyer.count() == 1);

    TraderSnapshot after = bench.await("demo", TraderStatus.RUNNING);
    assertThat(after.epoch()).isEqualTo(epoch);
    assertThat(after.positions()).hasSize(1);
    assertThat(bench.venue.submits()).isEqualTo(1);
  }

  @Test
  void restartsTheTraderWhenItsOwnKeysChange() {
    running();
    long epoch = bench.trader("demo").snapshot().epoch();

    bench.configureTrader("demo", "main", "journal.backlog", "7");
    TraderSnapshot after =
        bench.await(
            "demo",
            "runs anew",
            view -> view.epoch() == epoch + 1 && view.status() == TraderStatus.RUNNING);

    assertThat(after.strategies()).hasSize(1);
  }

  @Test
  void waitsForAnExchangeThatIsReplacedAndReconcilesWithIt() {
    running();
    bench.venue.mood(Mood.SILENT);
    bench.venue.trade(100_00);
    bench.await("demo", "is in flight", view -> view.liveOrders().size() == 1);

    bench.manager.remove(bench.exchange);
    TraderSnapshot waiting = bench.await("demo", TraderStatus.WAITING);
    bench.venue.mood(Mood.ANSWER);
    bench.manager.add(bench.exchange);
    TraderSnapshot after = bench.await("demo", "holds", view -> !view.positions().isEmpty());

    assertThat(waiting.detail()).isEqualTo("exchange type script is not installed");
    assertThat(waiting.liveOrders()).hasSize(1);
    assertThat(after.liveOrders()).isEmpty();
    assertThat(bench.venue.submits()).isEqualTo(1);
  }

  @Test
  void keepsTheOthersRunningWhileOneWaits() {
    running();
    bench.configureTrader("other", "second");
    bench.configure(
        Kind.STRATEGY, "o", "trader", "other", "type", "absent", "instruments", "BTCUSD.TEST");

    bench.await("other", "waits", view -> view.detail().contains("absent"));
    bench.venue.trade(100_00);
    bench.await("demo", "trades", view -> !view.positions().isEmpty());

    assertThat(bench.manager.traders())
        .extracting(Trader::id)
        .containsExactly(new TraderId("demo"), new TraderId("other"));
  }

  @Test
  void faultsATraderWhoseStrategyHangsAndTakesItsReplacement() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    TestStrategy hanging = new TestStrategy().habit((trade, count, orders) -> spin(never));
    Plugin<?> bad = plugin(PluginKind.STRATEGY, "test", hanging);
    bench.manager.add(bad);
    bench.configureTrader("demo", "main", "strategy.deadline", "200ms");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
    bench.venue.trade(100_00);
    TraderSnapshot faulted = bench.await("demo", TraderStatus.FAULTED);
    String halted =
        bench.trader("demo").control(new ControlEvent.CancelAll("test")).get(30, TimeUnit.SECONDS);

    bench.manager.remove(bad);
    bench.manager.add(strategy);
    bench.await("demo", TraderStatus.RUNNING);
    never.countDown();

    assertThat(faulted.detail()).isEqualTo("strategy s did not return within 200 ms");
    assertThat(halted).isEqualTo("nothing changed: the trader is FAULTED");
  }

  @Test
  void letsGoOfAPluginThatIsStuckWithinTwoSeconds() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    TestStrategy hanging =
        new TestStrategy()
            .habit(
                (trade, count, orders) -> {
                  inside.countDown();
                  spin(never);
                });
    Plugin<?> bad = plugin(PluginKind.STRATEGY, "test", hanging);
    bench.manager.add(bad);
    bench.configureTrader("demo", "main", "strategy.deadline", "1h");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
    bench.venue.trade(100_00);
    waitUntil("it is stuck", () -> inside.getCount() == 0);

    bench.manager.remove(bad);
    TraderSnapshot after =
        bench.await("demo", "runs without it", view -> view.status() == TraderStatus.REDUCING);
    never.countDown();

    assertThat(after.detail()).isEqualTo("strategy type test is not installed");
  }

  @Test
  void stopsAndStartsOnRequest() throws Exception {
    running();

    String stays = bench.trader("demo").stop().get(30, TimeUnit.SECONDS);
    TraderSnapshot stopped = bench.await("demo", TraderStatus.STOPPED);
    bench.trader("demo").start();
    bench.await("demo", TraderStatus.RUNNING);

    assertThat(stays).isEqualTo("demo stopped; no order stays at a venue; nothing is held");
    assertThat(stopped.detail()).isEqualTo("stopped by an operator");
  }

  @Test
  void refusesWishesWhileItIsStopped() throws Exception {
    running();
    bench.trader("demo").stop().get(30, TimeUnit.SECONDS);
    bench.await("demo", TraderStatus.STOPPED);

    var answer = bench.trader("demo").control(new ControlEvent.Pause("test"));

    assertThatThrownBy(answer::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage(
            "trader demo is STOPPED and takes nothing now: stopped by an operator");
  }

  @Test
  void removesATraderWhoseConfigurationIsRemoved() {
    running();

    bench.manager.unconfigured(Kind.TRADER, "demo");

    waitUntil("it is gone", () -> bench.manager.traders().isEmpty());
    waitUntil("its account is closed", () -> bench.venue.isClosed());
    assertThat(bench.manager.problems())
        .anySatisfy(problem -> assertThat(problem).contains("there is no trader demo"));
  }

  @Test
  @Tag("B6")
  void answersAnOrderByHandWithItsOutcome() throws Exception {
    running();
    OrderSpec market = OrderSpec.market(Market.BTC, Side.BUY, Quantity.of("0.2000"));
    OrderSpec resting =
        OrderSpec.limit(Market.BTC, Side.BUY, Quantity.of("0.1000"), Price.of("90.00"));
    OrderSpec tooMuch = OrderSpec.market(Market.BTC, Side.BUY, Quantity.of("999.0000"));
    bench.venue.trade(100_00);
    bench.await("demo", "has a price", view -> !view.positions().isEmpty());

    Trader trader = bench.trader("demo");
    OrderOutcome filled = trader.submit(market, "test", Duration.ofSeconds(30)).get();
    OrderOutcome working = trader.submit(resting, "test", Duration.ofMillis(300)).get();
    OrderOutcome denied = trader.submit(tooMuch, "test", Duration.ofSeconds(30)).get();
    OrderOutcome sent = trader.submit(resting, "test", Duration.ZERO).get();

    assertThat(filled).isInstanceOf(OrderOutcome.Filled.class);
    assertThat(working).isInstanceOf(OrderOutcome.Working.class);
    assertThat(((OrderOutcome.Denied) denied).reason()).startsWith("INSUFFICIENT_BALANCE: needed=");
    assertThat(sent).isInstanceOfAny(OrderOutcome.Sent.class, OrderOutcome.Working.class);
  }

  @Test
  @Tag("K2")
  void explainsAnOrderFromItsTrace() {
    running();
    bench.venue.trade(100_00);
    TraderSnapshot view = bench.await("demo", "holds", each -> !each.positions().isEmpty());

    var turns = bench.trader("demo").trace().explain(view.orders().get(0).id());
    var tail = bench.trader("demo").trace().tail(2, turn -> true);

    assertThat(turns)
        .extracting(turn -> turn.event().getClass().getSimpleName())
        .containsExactly("Trade", "Sent", "Accepted", "Filled");
    assertThat(tail).hasSize(2);
    assertThat(tail.get(1).sequence()).isEqualTo(tail.get(0).sequence() + 1);
  }

  @Test
  void describesWhatIsInstalled() {
    bench.manager.add(strategy);

    var installed = bench.manager.plugins();

    assertThat(installed)
        .extracting(PluginInfo::kind, PluginInfo::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("exchange", "script"),
            org.assertj.core.groups.Tuple.tuple("persistence", "memory"),
            org.assertj.core.groups.Tuple.tuple("strategy", "test"));
    assertThat(installed.get(2).parameters())
        .singleElement()
        .satisfies(parameter -> assertThat(parameter.name()).isEqualTo("word"));
  }

  @Test
  @Tag("N27")
  void writesTheFilesOfANewTrader() throws Exception {
    Path conf = folder.resolve("conf");

    bench.manager.create(
        new TraderId("second"),
        Map.of(
            "mode",
            "replay",
            "data",
            "bitstamp",
            "risk",
            "none",
            "strategy.x.type",
            "test",
            "strategy.x.instruments",
            "BTCUSD.TEST"));

    assertThat(Files.readString(conf.resolve("dev.bourse.trader-second.cfg")))
        .isEqualTo(
            """
            # trader second, made by trader:create
            accounts = second
            data = bitstamp
            mode = replay
            risk = none
            """);
    assertThat(Files.readString(conf.resolve("dev.bourse.account-second.cfg")))
        .isEqualTo(
            """
            # account second, made by trader:create
            trader = second
            type = simulated
            """);
    assertThat(Files.readString(conf.resolve("dev.bourse.strategy-x.cfg")))
        .contains("trader = second\ntype = test\n");
  }

  @Test
  void writesNothingOfANewTraderThatCannotWork() {
    Path conf = folder.resolve("conf");

    assertThatThrownBy(
            () ->
                bench.manager.create(
                    new TraderId("second"),
                    Map.of("mode", "replay", "dta", "bitstamp", "risk", "none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown key \"dta\"");

    assertThat(conf).doesNotExist();
  }

  private void running() {
    bench.manager.add(strategy);
    bench.configureTrader("demo", "main");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
  }

  private static void spin(CountDownLatch until) {
    while (until.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
