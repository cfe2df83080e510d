package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.config.Patience;
import dev.bourse.engine.config.WatchKeys;
import dev.bourse.testkit.scripted.ScriptedAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A venue that does not connect, report, price, answer or close, and what its trader does then. */
@Timeout(120)
@Tag("N3")
class StalledVenueTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir private Path folder;
  private final HandClock clock = new HandClock(TimeUnit.SECONDS.toNanos(1_600_000_000L));
  private final ScriptedVenue venue = new ScriptedVenue(clock::now);
  private final TestStrategy strategy = new TestStrategy();
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder, (mode, speed) -> clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void pass(long seconds) {
    clock.reach(clock.now() + TimeUnit.SECONDS.toNanos(seconds));
  }

  private List<String> told() {
    return bench.alerts.stream().map(each -> each.text()).toList();
  }

  private void awaitAlert(String part) {
    waitUntil(
        () -> "people hear of " + part + ", so far " + told(),
        () -> told().stream().anyMatch(each -> each.contains(part)));
  }

  private TraderRun running(Duration postStop, Duration disconnection) {
    Patience usual = Patience.DEFAULTS;
    bench.watch(
        WatchKeys.DEFAULTS.with(
            new Patience(
                usual.connection(),
                usual.reconciliation(),
                usual.portfolio(),
                disconnection,
                postStop,
                null,
                usual.reopening())));
    return bench.running(bench.live(venue, strategy(strategy)));
  }

  private void awaitData() {
    waitUntil(
        "there is a price",
        () -> {
          venue.exchange().market(Market.trade(Market.BTC, clock.now(), 100_00));
          return bench.snapshot().feeds().get(0).events() > 0;
        });
  }

  private void buys(TraderRun run) {
    awaitData();
    OrderSpec spec =
        OrderSpec.limit(
            Market.BTC, Side.BUY, Market.BTC.quantity("0.1000"), Market.BTC.price("90.00"));
    var unused = Bench.ask(run, new ControlEvent.Submit(spec, "test"));
    bench.await("there is an order", view -> !view.orders().isEmpty());
  }

  private static boolean rests(TraderSnapshot view) {
    return view.orders().get(0).status() == OrderStatus.ACCEPTED;
  }

  @Test
  @Tag("H4")
  @Tag("F7")
  void aTraderThatIsToHaltDoesSoOnceNothingConnectsForTooLongAndWaitsForAPerson() {
    Patience usual = Patience.DEFAULTS;
    bench.watch(
        WatchKeys.DEFAULTS.with(
            new Patience(
                usual.connection(),
                usual.reconciliation(),
                usual.portfolio(),
                usual.disconnection(),
                usual.postStop(),
                Duration.ofSeconds(150),
                usual.reopening())));
    TraderRun run = bench.running(bench.live(venue, strategy(strategy)));

    venue.exchange().connected(false);
    bench.await(TraderStatus.SUSPENDED);
    pass(100);
    venue.exchange().connected(false); // an adapter tells each of its attempts
    pass(51);
    bench.await(TraderStatus.HALTED);
    venue.exchange().connected(true);
    bench.await("it is compared", view -> view.accounts().get(0).connected());

    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.HALTED);
    assertThat(bench.snapshot().detail())
        .contains("account main has no connection for 150s, see reconnect.exhausted=halt");
    assertThat(Bench.ask(run, new ControlEvent.Reset("test"))).succeedsWithin(LONG);
    bench.await(TraderStatus.PAUSED);
  }

  @Test
  void aTraderWhoseAdapterNeverConnectsIsNotStartedAndSaysSoOnceTheTimeIsUp() {
    bench.start(bench.live(venue.dumb(true), strategy(strategy)));
    bench.await(TraderStatus.SUSPENDED);

    pass(29);
    List<String> early = told();
    pass(1);
    awaitAlert("no connection for 30s");
    TraderSnapshot late = bench.await("it is told", view -> view.detail().contains("30s"));

    assertThat(early).isEmpty();
    assertThat(late.status()).isEqualTo(TraderStatus.SUSPENDED);
    assertThat(late.detail())
        .isEqualTo(
            "account main not connected: no connection for 30s, see timeout.connection: connecting;"
                + " it is tried on");
  }

  @Test
  void anAdapterThatSaysNothingIsOpenedAnewAndTheTraderRunsOnceItConnects() {
    bench.start(bench.live(venue.dumb(true), strategy(strategy)));
    bench.await(TraderStatus.SUSPENDED);
    venue.dumb(false);

    pass(30);
    bench.await(TraderStatus.RUNNING);

    assertThat(venue.openings()).isEqualTo(2);
    assertThat(told()).hasSize(1);
  }

  @Test
  void anAdapterThatSaysThatItTriesIsLeftToItsOwnPauses() {
    bench.start(bench.live(venue.dumb(true), strategy(strategy)));
    bench.await(TraderStatus.SUSPENDED);
    venue.exchange().connected(false);
    bench.await("it said so", view -> view.detail().contains("Cut by the test."));

    pass(31);
    awaitAlert("no connection for 30s");
    venue.exchange().connected(true);
    bench.await(TraderStatus.RUNNING);

    assertThat(venue.openings()).isEqualTo(1);
  }

  @Test
  void aTraderThatGetsNoReportAsksNoStrategyAndSaysWhyOnceTheTimeIsUp() {
    bench.start(bench.live(venue.dumb(true), strategy(strategy)));
    bench.await(TraderStatus.SUSPENDED);
    venue.exchange().deaf(true);
    venue.exchange().connected(true);
    bench.await(TraderStatus.RECONCILING);

    pass(11);
    awaitAlert("no report came within 10s");
    awaitData();
    TraderSnapshot late = bench.await("it is told", view -> view.detail().contains("10s"));
    long asked = strategy.count();
    venue.exchange().deaf(false);
    pass(21);
    bench.await(TraderStatus.RUNNING);

    assertThat(late.detail())
        .isEqualTo(
            "account main waits for the venue's report: no report came within 10s, see"
                + " timeout.reconciliation; it is asked again every 20s");
    assertThat(asked).isZero();
    assertThat(told()).hasSize(1);
  }

  @Test
  void anAccountWithoutAKnownWorthIsToldWithWhatHasNoPriceOnceTheTimeIsUp() {
    bench.currency("USD").start(bench.live(venue.dumb(true), strategy(strategy)));
    bench.await(TraderStatus.SUSPENDED);
    venue.exchange().balance(Money.of("2", Market.BTC.base()));
    venue.exchange().connected(true);
    bench.await(TraderStatus.RUNNING);

    pass(11);
    awaitAlert("its worth is not known within 10s");
    TraderSnapshot late = bench.await("it is told", view -> view.detail().contains("worth"));

    assertThat(told())
        .containsExactly(
            "account main: its worth is not known within 10s, see timeout.portfolio: there is no"
                + " price of BTC; entries that need it are denied before");
    assertThat(late.detail())
        .isEqualTo("the worth of account main is not known: there is no price of BTC");
  }

  @Test
  void aStopWaitsForTheCancelAndThenSaysWhatItLeaves() {
    TraderRun run = running(SHORT, LONG);
    buys(run);
    bench.await("it rests", StalledVenueTest::rests);
    venue.exchange().answer(ScriptedAnswer.accept().withheld());

    String farewell = run.stop("test").join();

    assertThat(farewell)
        .startsWith("t stopped; 1 order stays at the venue: ")
        .endsWith("(its cancel is not answered); nothing is held");
  }

  @Test
  void aStopIsOverAsSoonAsTheCancelIsAnswered() {
    TraderRun run = running(LONG, LONG);
    buys(run);
    bench.await("it rests", StalledVenueTest::rests);

    String farewell = run.stop("test").join();

    assertThat(farewell).isEqualTo("t stopped; no order stays at a venue; nothing is held");
  }

  @Test
  void aConnectionThatDoesNotCloseDoesNotKeepTheTraderFromItsEnd() {
    TraderRun run = running(SHORT, SHORT);
    CountDownLatch door = venue.holdDoor();

    String farewell = run.stop("test").join();
    door.countDown();

    assertThat(farewell)
        .isEqualTo(
            "t stopped; no order stays at a venue; nothing is held; account main: its connection"
                + " did not close within 200ms, see timeout.disconnection; it is left alone and"
                + " nobody listens to it");
    assertThat(bench.hung).isEmpty();
  }

  @Test
  void aLostConnectionThatDoesNotCloseIsToldAndAnotherOneIsOpened() {
    running(SHORT, SHORT);
    CountDownLatch door = venue.holdDoor();
    venue.exchange().deaf(true);

    for (int tries = 0; tries < 4; tries++) {
      int before = venue.exchange().reportsAsked();
      int asked = tries;
      pass(tries == 0 ? 31 : 21);
      waitUntil(
          "it was asked or given up", () -> asked == 3 || venue.exchange().reportsAsked() > before);
    }
    awaitAlert("its connection did not close within 200ms");
    bench.await(TraderStatus.RUNNING);
    door.countDown();

    assertThat(venue.openings()).isEqualTo(2);
    assertThat(bench.hung).isEmpty();
  }
}
