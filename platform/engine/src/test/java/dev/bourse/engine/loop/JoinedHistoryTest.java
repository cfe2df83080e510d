package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.warmedUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.WarmUp;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.core.market.History;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A venue that trades on while nobody listens, and a strategy that starts in the middle of a
 * minute: it is told every bar of the venue once, in order, and none is missing.
 */
@Timeout(240)
@Tag("A12")
class JoinedHistoryTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long ZERO = 1_385_337_600L * SECOND;
  private static final int FIVE = 5;

  @TempDir private Path folder;
  private final HandClock clock = new HandClock(ZERO + 20 * SECOND);
  private final List<Trade> trades = new CopyOnWriteArrayList<>();
  private Bench bench;
  private int second;
  private long said;

  @BeforeEach
  void aMarketThatTradesForSomeTime() {
    bench = new Bench(folder, (mode, speed) -> clock);
    bench.venue.past(this::past);
    for (int at = -60 * FIVE; at < 20; at += 10) {
      happens(at);
    }
    second = 20;
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** A trade that nobody hears. */
  private Trade happens(int at) {
    Trade trade = Market.trade(Market.BTC, ZERO + at * SECOND, 10_000 + at);
    trades.add(trade);
    return trade;
  }

  /** The clock goes on by some seconds, with a trade in the end that is heard. */
  private void passes(int seconds) {
    second += seconds;
    clock.reach(ZERO + second * SECOND);
    bench.venue.say(happens(second));
    said++;
    bench.await("it is heard", view -> heard(view) == said);
  }

  private static long heard(TraderSnapshot view) {
    return view.feeds().isEmpty() ? 0 : view.feeds().get(0).events();
  }

  private CompletableFuture<List<Bar>> past(
      Instrument instrument, BarInterval interval, long after, long through) {
    return CompletableFuture.completedFuture(
        bars(interval).stream()
            .filter(each -> each.eventTime() > after && each.eventTime() <= through)
            .toList());
  }

  /** What the trades of the venue make. */
  private List<Bar> bars(BarInterval... intervals) {
    History history = new History(Market.BTC, List.of(intervals), WarmUp.of("5000"));
    trades.forEach(history::add);
    history.close(ZERO + second * SECOND);
    return history.bars(ZERO + second * SECOND);
  }

  /** A strategy that writes down all bars, and how many came by the stream. */
  private static TestStrategy listener(AtomicInteger streamed) {
    TestStrategy strategy = new TestStrategy();
    return strategy.barHabit(
        (bar, count, orders) -> {
          strategy.history().add(bar);
          streamed.incrementAndGet();
        });
  }

  private TraderRun start(boolean paper, TestStrategy strategy, String bar) {
    StrategyPlan plan = warmedUp(strategy, bar, "3", "");
    return bench.running(
        paper ? bench.paper(new SimulatedExchangeFactory(), plan) : bench.live(plan));
  }

  private static void awaitBars(TestStrategy strategy, List<Bar> bars) {
    waitUntil(
        () -> "it was told " + bars + ", now " + strategy.history(),
        () -> strategy.history().size() >= bars.size());
    assertThat(strategy.history()).containsExactlyElementsOf(bars);
  }

  private static List<Bar> lastOf(List<Bar> bars, int count) {
    return bars.subList(bars.size() - count, bars.size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyBarIsToldOnceAndNoneIsMissingWhereHistoryAndStreamMeet(boolean paper) {
    AtomicInteger streamed = new AtomicInteger();
    TestStrategy strategy = listener(streamed);

    start(paper, strategy, "1m");
    awaitBars(strategy, lastOf(bars(BarInterval.of("1m")), 3));
    for (int minute = 1; minute <= 20 && streamed.get() < 3; minute++) {
      passes(10);
      passes(20);
      passes(15);
      passes(15);
      awaitBars(strategy, lastOf(bars(BarInterval.of("1m")), 3 + minute));
    }

    assertThat(streamed.get()).isEqualTo(3);
  }

  @Test
  void aLongerBarInWhichTheStreamBeganIsToldByTheVenueWhenItIsOver() {
    TestStrategy strategy = listener(new AtomicInteger());

    start(false, strategy, "1m,5m");
    awaitBars(
        strategy,
        bars(BarInterval.of("1m"), BarInterval.of("5m")).stream()
            .filter(
                each -> each.interval().nanos() > MINUTE || each.eventTime() > ZERO - 3 * MINUTE)
            .toList());
    for (int minute = 1; minute <= 2 * FIVE; minute++) {
      passes(30);
      passes(30);
      List<Bar> all = bars(BarInterval.of("1m"), BarInterval.of("5m"));
      waitUntil(
          () -> "it is told the last of " + all + ", now " + strategy.history(),
          () -> strategy.history().containsAll(lastOf(all, 2)));
    }

    assertThat(strategy.history())
        .filteredOn(each -> each.interval().nanos() > MINUTE)
        .containsExactlyElementsOf(bars(BarInterval.of("5m")));
    assertThat(strategy.history()).doesNotHaveDuplicates();
  }

  @Test
  void aRestartTellsWhatPassedMeanwhileAndNothingTwice() throws Exception {
    TestStrategy before = listener(new AtomicInteger());
    TraderRun run = start(false, before, "1m");
    passes(60);
    passes(60);
    awaitBars(before, lastOf(bars(BarInterval.of("1m")), FIVE));
    List<Bar> first = List.copyOf(before.history());
    run.suspend();
    run.awaitEnd(Duration.ofSeconds(60));
    for (int i = 0; i < 30; i++) {
      second += 10;
      happens(second);
    }
    clock.reach(ZERO + second * SECOND);
    AtomicInteger streamed = new AtomicInteger();
    TestStrategy after = listener(streamed);

    start(false, after, "1m");
    for (int minute = 1; minute <= 20 && streamed.get() < 2; minute++) {
      passes(30);
      passes(30);
      List<Bar> all = bars(BarInterval.of("1m"));
      waitUntil(
          () -> "it is told the last of " + all + ", now " + after.history(),
          () -> after.history().contains(all.get(all.size() - 1)));
    }

    List<Bar> all = bars(BarInterval.of("1m"));
    assertThat(after.history()).doesNotHaveDuplicates().isSubsetOf(all);
    List<Bar> news = after.history().stream().filter(each -> !first.contains(each)).toList();
    assertThat(first).doesNotHaveDuplicates();
    assertThat(news)
        .containsExactlyElementsOf(
            lastOf(all, all.size() - all.indexOf(first.get(first.size() - 1)) - 1));
  }

  @Test
  void aStrategyIsNotAskedBeforeItKnowsThePast() {
    CompletableFuture<List<Bar>> answer = new CompletableFuture<>();
    bench.venue.past((instrument, interval, after, through) -> answer);
    TestStrategy strategy = listener(new AtomicInteger());

    start(false, strategy, "1m");
    passes(5);
    String waiting = bench.snapshot().detail();
    long asked = strategy.count();
    bench.venue.past(this::past);
    answer.complete(bars(BarInterval.of("1m")));
    waitUntil(() -> "it is told", () -> !strategy.history().isEmpty());
    passes(5);

    assertThat(waiting).contains("strategy s waits for bars of the past");
    assertThat(asked).isZero();
    waitUntil(() -> "it is asked", () -> strategy.count() == 1);
  }

  @Test
  @Tag("H5")
  void anAdapterThatThrowsDoesNotEndTheTrader() {
    bench.venue.past(
        (instrument, interval, after, through) -> {
          throw new UnsupportedOperationException("the pool is shut down");
        });

    start(false, listener(new AtomicInteger()), "1m");

    bench.await("trader:info says so", view -> view.detail().endsWith(": the pool is shut down"));
    assertThat(bench.endings).isEmpty();
  }

  @Test
  void whatTheVenueDoesNotTellIsNamedAndTheStrategyGoesOnWithoutIt() {
    bench.venue.past(
        (instrument, interval, after, through) ->
            CompletableFuture.failedFuture(new IllegalStateException("the venue is away")));
    TestStrategy strategy = listener(new AtomicInteger());

    start(false, strategy, "1m");
    waitUntil(
        () -> "it is given up",
        () -> {
          passes(1);
          return !bench.alerts.isEmpty();
        });

    assertThat(bench.alerts)
        .first()
        .satisfies(
            each ->
                assertThat(each.text())
                    .startsWith("strategy s never got its bars 1m of BTCUSD.TEST after 2013-11-2")
                    .endsWith(": the venue is away"));
    bench.await("trader:info says so", view -> view.detail().contains("never got its bars"));
    waitUntil(
        () -> "it is asked",
        () -> {
          passes(1);
          return strategy.count() > 0;
        });
  }

  @Test
  void anInstrumentWithoutDataKeepsNothingOfTheOthersBack() {
    bench.venue.past(
        (instrument, interval, after, through) ->
            isBitcoin(instrument)
                ? past(instrument, interval, after, through)
                : CompletableFuture.completedFuture(List.of()));
    AtomicInteger streamed = new AtomicInteger();

    start(ofTwo(listener(streamed)));
    waitUntil(
        () -> "bars come by the stream",
        () -> {
          passes(5);
          return streamed.get() > 0;
        });

    bench.await(
        "the silence of the other is told",
        view -> view.detail().contains("strategy s hears nothing of ETHUSD.TEST"));
  }

  @Test
  void whatAVenueTellsOfOneInstrumentIsToldAlthoughItFailsForAnother() {
    bench.venue.past(
        (instrument, interval, after, through) ->
            isBitcoin(instrument) ? past(instrument, interval, after, through) : away());
    TestStrategy strategy = listener(new AtomicInteger());

    start(ofTwo(strategy));
    waitUntil(
        () -> "it is given up",
        () -> {
          passes(1);
          return givenUp().isPresent();
        });

    assertThat(givenUp())
        .get(STRING)
        .contains("never got its bars 1m of ETHUSD.TEST")
        .doesNotContain("BTCUSD");
    assertThat(strategy.history()).isNotEmpty();
  }

  @Test
  void shortBarsComeByTheStreamAfterTheVenueWasGivenUp() {
    bench.venue.past((instrument, interval, after, through) -> away());
    AtomicInteger streamed = new AtomicInteger();

    start(false, listener(streamed), "5s");
    waitUntil(
        () -> "bars come by the stream",
        () -> {
          passes(1);
          return streamed.get() > 0;
        });

    assertThat(bench.alerts).isNotEmpty();
  }

  @Test
  void nothingIsGivenUpWhileTheVenueIsAway() {
    AtomicInteger asked = new AtomicInteger();
    bench.venue.past(
        (instrument, interval, after, through) -> {
          asked.incrementAndGet();
          return away();
        });
    TestStrategy strategy = listener(new AtomicInteger());
    start(false, strategy, "1m");

    bench.venue.say(new ConnectionChanged(Bench.MAIN, false, "cut", 1));
    bench.await("it is cut off", view -> view.status() != TraderStatus.RUNNING);
    for (int i = 0; i < 30; i++) {
      second += 10;
      happens(second);
    }
    clock.reach(ZERO + second * SECOND);
    int before = asked.get();
    waitUntil(() -> "it asks on", () -> asked.get() > before);
    bench.venue.past(this::past);
    bench.venue.say(new ConnectionChanged(Bench.MAIN, true, "", 1));
    bench.await(TraderStatus.RUNNING);
    waitUntil(
        () -> "it is told",
        () -> {
          passes(1);
          return !strategy.history().isEmpty();
        });

    assertThat(strategy.history()).hasSize(3).isSubsetOf(bars(BarInterval.of("1m")));
    assertThat(bench.alerts).noneMatch(each -> each.text().contains("never got"));
  }

  @Test
  void aStrategyThatIsBoundAnewAsksAnew() {
    CompletableFuture<List<Bar>> former = new CompletableFuture<>();
    CompletableFuture<List<Bar>> later = new CompletableFuture<>();
    List<BarInterval> asked = new CopyOnWriteArrayList<>();
    BarInterval five = BarInterval.of("5m");
    bench.venue.past(
        (instrument, interval, after, through) -> {
          asked.add(interval);
          return interval.equals(five) ? later : former;
        });
    TraderRun run = start(false, listener(new AtomicInteger()), "1m");
    waitUntil(() -> "it asks", () -> !asked.isEmpty());

    TestStrategy second = listener(new AtomicInteger());
    run.bind(warmedUp(second, "5m", "1", ""));
    waitUntil(() -> "it asks for the other bars", () -> asked.contains(five));
    former.complete(bars(BarInterval.of("1m")));
    passes(1);
    long unasked = second.count();
    later.complete(bars(five));

    awaitBars(second, bars(five));
    assertThat(unasked).isZero();
  }

  private Optional<String> givenUp() {
    return bench.alerts.stream()
        .map(Alert::text)
        .filter(each -> each.contains("never got its bars"))
        .findFirst();
  }

  private static boolean isBitcoin(Instrument instrument) {
    return instrument.id().equals(Market.BTC.id());
  }

  private static CompletableFuture<List<Bar>> away() {
    return CompletableFuture.failedFuture(new IllegalStateException("the venue is away"));
  }

  private static StrategyPlan ofTwo(TestStrategy strategy) {
    return warmedUp(strategy, "1m", "3", "", List.of(Market.BTC.id(), Market.ETH.id()));
  }

  private void start(StrategyPlan plan) {
    bench.running(bench.live(plan));
  }

  @Test
  void aDataSetIsUsedAsFarAsItGoesAndTheVenueTellsTheRest() {
    List<Trade> recorded =
        trades.stream().filter(each -> each.eventTime() < ZERO - 130 * SECOND).toList();
    bench.plugins.add(
        new Plugin<>(PluginKind.DATA, "list", new ListData("past", recorded), "test", "1"));
    TestStrategy strategy = listener(new AtomicInteger());

    bench.running(bench.live(warmedUp(strategy, "1m", "4", "past")));

    awaitBars(strategy, lastOf(bars(BarInterval.of("1m")), FIVE));
  }
}
