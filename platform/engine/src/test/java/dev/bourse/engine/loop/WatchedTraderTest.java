package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.api.trader.WatcherView.Subject;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.testkit.scripted.ScriptedAnswer;
import dev.bourse.testkit.scripted.ScriptedExchange;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A venue whose stream is silent or that answers nothing; its time is the test's. */
@Timeout(120)
class WatchedTraderTest {
  @TempDir private Path folder;
  private final HandClock clock = new HandClock(TimeUnit.SECONDS.toNanos(1_600_000_000L));
  private final ScriptedVenue venue = new ScriptedVenue(clock::now);
  private Bench bench;
  private TraderRun run;

  @BeforeEach
  void open() {
    bench = new Bench(folder, (mode, speed) -> clock);
    run = bench.running(bench.live(venue, strategy(new TestStrategy())));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void pass(long seconds) {
    clock.reach(clock.now() + TimeUnit.SECONDS.toNanos(seconds));
  }

  /** Data reaches a trader once it has subscribed. */
  private boolean hasPrice() {
    venue.exchange().market(Market.trade(Market.BTC, clock.now(), 100_00));
    return bench.snapshot().feeds().get(0).events() > 0;
  }

  private void buy() {
    waitUntil("there is a price", this::hasPrice);
    OrderSpec spec =
        OrderSpec.limit(
            Market.BTC, Side.BUY, Market.BTC.quantity("0.1000"), Market.BTC.price("90.00"));
    var unused = Bench.ask(run, new ControlEvent.Submit(spec, "test"));
  }

  private static boolean has(TraderSnapshot view, OrderStatus status) {
    return view.orders().stream().anyMatch(order -> order.status() == status);
  }

  private boolean is(Subject subject, State state) {
    return run.watchers().stream()
        .anyMatch(each -> each.subject() == subject && each.state() == state);
  }

  @Test
  @Tag("B4")
  @Tag("B5")
  void ordersAndTradesAreWatchedFromTheFirstOrderOnUntilNoneLivedForFifteenMinutes() {
    waitUntil("nothing is watched", () -> is(Subject.ORDERS, State.IDLE));
    boolean trades = is(Subject.TRADES, State.IDLE);

    buy();
    bench.await("it rests", view -> has(view, OrderStatus.ACCEPTED));
    waitUntil("orders are watched", () -> is(Subject.ORDERS, State.LISTENING));
    waitUntil("trades are watched", () -> is(Subject.TRADES, State.LISTENING));
    venue.exchange().fillSilently(bench.snapshot().orders().get(0).id(), "90.00", "");
    pass(31);
    bench.await("it is filled", view -> has(view, OrderStatus.FILLED));
    pass(14 * 60);
    waitUntil("orders are watched on", () -> is(Subject.ORDERS, State.LISTENING));
    pass(61);

    waitUntil("nothing is watched any more", () -> is(Subject.ORDERS, State.IDLE));
    assertThat(trades).isTrue();
    assertThat(is(Subject.TRADES, State.IDLE)).isTrue();
    assertThat(is(Subject.POSITION, State.IDLE)).isTrue();
  }

  @Test
  @Tag("B5")
  @Tag("D3")
  @Tag("N10")
  @Tag("N11")
  void aFillThatTheStreamLostIsFoundAndCountsOnce() {
    buy();
    Order order = bench.await("it rests", view -> has(view, OrderStatus.ACCEPTED)).orders().get(0);
    venue.exchange().fillSilently(order.id(), "90.00", "");

    pass(31);
    TraderSnapshot after = bench.await("it is found", view -> has(view, OrderStatus.FILLED));

    assertThat(after.queues()).containsEntry("orders.differing main", 1L);
    assertThat(after.orders().get(0).filled()).hasToString("0.1000");
    assertThat(after.positions()).hasSize(1);
    assertThat(after.positions().get(0).fills()).isEqualTo(1);
  }

  private long questions() {
    return run.watchers().stream()
        .filter(each -> each.subject() == Subject.STATUS)
        .mapToLong(WatcherView::questions)
        .sum();
  }

  @Test
  @Tag("D3")
  void aFillThatTheStreamLostIsFoundByTheQuestionForItsOrderAfterFiveSeconds() {
    buy();
    Order order = bench.await("it rests", view -> has(view, OrderStatus.ACCEPTED)).orders().get(0);
    waitUntil("it is watched", () -> is(Subject.STATUS, State.LISTENING));
    int reports = venue.exchange().reportsAsked();
    pass(4);
    venue.exchange().fillSilently(order.id(), "90.00", "");

    pass(1);
    TraderSnapshot after = bench.await("it is found", view -> has(view, OrderStatus.FILLED));

    assertThat(after.orders().get(0).filled()).hasToString("0.1000");
    assertThat(after.positions().get(0).fills()).isEqualTo(1);
    assertThat(questions()).isEqualTo(1);
    assertThat(after.queues()).containsEntry("orders.differing main", 1L);
    assertThat(venue.exchange().reportsAsked()).isBetween(reports, reports + 1);
  }

  @Test
  @Tag("D3")
  void answersThatSayWhatIsKnownAreNoTurns() {
    buy();
    bench.await("it rests", view -> has(view, OrderStatus.ACCEPTED));
    TraderSnapshot before = bench.snapshot();

    for (int i = 1; i <= 5; i++) {
      int times = i;
      pass(5);
      waitUntil("it is asked for", () -> questions() == times);
      waitUntil("it is answered", () -> is(Subject.STATUS, State.LISTENING));
    }
    long events = before.feeds().get(0).events();
    venue.exchange().market(Market.trade(Market.BTC, clock.now(), 100_00));
    TraderSnapshot after = bench.await("data comes", view -> view.feeds().get(0).events() > events);

    long turnsOfData = after.feeds().get(0).events() - before.feeds().get(0).events();
    long turnsOfTheInFlightTimer = 1;
    assertThat(after.sequence() - before.sequence())
        .isLessThanOrEqualTo(turnsOfData + turnsOfTheInFlightTimer);
    assertThat(venue.exchange().commands()).hasSize(6);
    assertThat(bench.alerts).isEmpty();
  }

  @Test
  @Tag("D3")
  void anOrderThatTheVenueLostIsFoundMissingByTheQuestionAndProvenByAReport() {
    buy();
    bench.await("it rests", view -> has(view, OrderStatus.ACCEPTED));
    Order order = bench.snapshot().orders().get(0);
    venue.exchange().forget(order.id());

    pass(5);
    TraderSnapshot after = bench.await("it is doubted", view -> !view.queried().isEmpty());

    assertThat(after.orders().get(0).isLive()).isTrue();
  }

  @Test
  @Tag("G1")
  @Tag("B6")
  void anOrderThatIsNotAnsweredInTimeIsUnknownAndQueriedAndThenKnown() {
    venue.exchange().answer(ScriptedAnswer.accept().silent());
    venue.exchange().deaf(true);
    buy();
    bench.await("it was sent", view -> has(view, OrderStatus.SUBMITTED));

    pass(31);
    TraderSnapshot unknown = bench.await("it is unknown", view -> view.orders().get(0).unknown());
    venue.exchange().deaf(false);
    pass(10);
    TraderSnapshot known = bench.await("it is known", view -> has(view, OrderStatus.ACCEPTED));

    assertThat(unknown.orders().get(0).reason())
        .isEqualTo("no answer from the venue within 30000 ms");
    assertThat(unknown.queried()).hasSize(1);
    assertThat(known.orders().get(0).unknown()).isFalse();
    assertThat(known.queried()).isEmpty();
  }

  @Test
  @Tag("H1")
  @Tag("H4")
  void aVenueThatSendsNoReportsCountsAsLostAndComesBackByItself() {
    venue.exchange().deaf(true);

    for (int tries = 0; tries < 4; tries++) {
      int before = venue.exchange().reportsAsked();
      pass(tries == 0 ? 31 : 21);
      int asked = tries;
      waitUntil(
          "it was asked or given up", () -> asked == 3 || venue.exchange().reportsAsked() > before);
    }
    waitUntil(
        "people hear of it",
        () -> bench.alerts.stream().anyMatch(each -> each.text().contains("sends no reports")));
    bench.await(TraderStatus.RUNNING);

    assertThat(bench.alerts)
        .anySatisfy(
            alert ->
                assertThat(alert.text())
                    .isEqualTo(
                        "account main lost its connection: it sends no reports, asked 3 times"
                            + " by its balance watcher, 15s each; entries stop until it is back and"
                            + " reconciled"));
  }

  @Test
  @Tag("B5")
  @Tag("D3")
  void aReportThatWasAskedForBeforeAnOutageDoesNotReconcileIt() {
    ScriptedExchange exchange = venue.exchange();
    long before = clock.now() - 1;
    exchange.deaf(true);
    exchange.connected(false);
    exchange.connected(true);
    bench.await(TraderStatus.RECONCILING);
    waitUntil("it is asked what happened", () -> exchange.reportsAsked() == 2);

    exchange.report(
        new AccountEvent.MassReport(Bench.MAIN, List.of(), List.of(), List.of(), before, before));
    waitUntil("it is asked again", () -> exchange.reportsAsked() == 3);
    TraderStatus waiting = bench.snapshot().status();
    exchange.deaf(false);
    pass(21);
    bench.await(TraderStatus.RUNNING);

    assertThat(waiting).isEqualTo(TraderStatus.RECONCILING);
    assertThat(exchange.reportsAsked()).isEqualTo(4);
  }

  private void passUntil(String what, BooleanSupplier condition) {
    waitUntil(
        what,
        () -> {
          pass(1);
          return condition.getAsBoolean();
        });
  }

  private long told(String part) {
    return bench.alerts.stream().filter(each -> each.text().contains(part)).count();
  }

  @Test
  @Tag("H5")
  void anErrorInTheWatchIsToldRestsForThirtySecondsAndDoesNotEndIt() {
    venue.breakReports(2);

    pass(31);
    waitUntil("the first fails", () -> told("its adapter threw") == 1);
    pass(29);
    int resting = venue.exchange().reportsAsked();
    pass(2);
    waitUntil("the second fails", () -> venue.brokenReports() == 0);
    passUntil("the third comes", () -> venue.exchange().reportsAsked() > resting);

    assertThat(bench.alerts)
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.text())
                    .isEqualTo(
                        "account main: it could not be asked how it stands, its adapter threw"
                            + " java.lang.UnsupportedOperationException: the pool is shut down; it"
                            + " is asked again in 30s"));
    assertThat(bench.endings).isEmpty();
    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  @Tag("H5")
  @Tag("H2")
  void anAdapterThatCannotBeAskedThriceIsOpenedAnew() {
    venue.breakReports(3);

    passUntil("it is opened anew", () -> venue.openings() == 2);
    bench.await(TraderStatus.RUNNING);

    assertThat(bench.endings).isEmpty();
    assertThat(told("lost its connection: it cannot be asked for reports")).isEqualTo(1);
  }
}
