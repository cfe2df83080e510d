package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.LifecycleEvent.HistoryTold;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.strategy.Joining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a venue tells of the past joins what the stream makes: each bar once, none left out. */
@Tag("A12")
class JoinedBarsTest {
  private static final BarInterval MINUTE = BarInterval.of("1m");

  private final List<String> calls = new ArrayList<>();
  private final Fixture trader = new Fixture();

  /** A strategy that writes down what it is told, in the middle of the fourth minute. */
  private JoinedBarsTest bind() {
    trader.running(new Strategy() {});
    trader.now(200 * SECOND);
    LifecycleEvent.StrategyBound bound = Fixture.bound("v2").joining(true);
    trader.core().bind(bound, context -> listener(calls));
    trader.on(bound);
    return this;
  }

  private static Strategy listener(List<String> told) {
    return new Strategy() {
      @Override
      public void onHistory(Bar bar) {
        told.add("history " + bar.eventTime() / SECOND);
      }

      @Override
      public void onStart(Orders orders) {
        told.add("start");
      }

      @Override
      public void onTimer(String name, Orders orders) {
        told.add("timer " + name);
      }

      @Override
      public void onBar(Bar bar, Orders orders) {
        told.add("bar " + bar.eventTime() / SECOND);
      }
    };
  }

  /** The answer to a question for the minutes through a second. */
  private static HistoryTold told(long through, long... minutes) {
    return told(through, "", minutes);
  }

  private static HistoryTold told(long through, String sentence, long... minutes) {
    HistoryTold.Asked asked = new HistoryTold.Asked(BTCUSD.id(), MINUTE, through * SECOND);
    List<Bar> bars = LongStream.of(minutes).mapToObj(JoinedBarsTest::bar).toList();
    return new HistoryTold(Fixture.STRATEGY, bars, List.of(asked), List.of(), sentence);
  }

  /** The stream brings everything since a second. */
  private static HistoryTold whole(long second) {
    HistoryTold.Stream stream = new HistoryTold.Stream(BTCUSD.id(), second * SECOND);
    return new HistoryTold(Fixture.STRATEGY, List.of(), List.of(), List.of(stream), "");
  }

  private static Bar bar(long minute) {
    return new Bar(BTCUSD, MINUTE, minute * 60 * SECOND, 100, 100, 100, 100, 10_000, true);
  }

  /** A trade in the given second, and the time until then. */
  private void tradeAt(long second) {
    trader.pass(Duration.ofNanos((second - 1) * SECOND - trader.now()));
    trader.trade("100");
  }

  @Test
  void aStrategyIsNotStartedBeforeItKnowsWhatItMissed() {
    bind();
    tradeAt(205);
    List<String> before = List.copyOf(calls);

    trader.on(told(206, 1, 2, 3));

    assertThat(before).isEmpty();
    assertThat(calls).containsExactly("history 60", "history 120", "history 180", "start");
  }

  @Test
  void theBarInWhichTheStreamBeganIsToldByTheVenueAndTheNextByTheStream() {
    bind();
    trader.on(told(201, 1, 2, 3));
    tradeAt(210);
    trader.on(whole(211));
    calls.clear();

    tradeAt(245);
    List<String> torn = List.copyOf(calls);
    trader.on(told(246, 4));
    tradeAt(290);
    tradeAt(305);

    assertThat(torn).isEmpty();
    assertThat(calls).containsExactly("history 240", "bar 300");
  }

  @Test
  void nothingOvertakesABarThatIsOwedAndNothingIsToldTwice() {
    bind();
    trader.on(told(201, 1, 2, 3));
    trader.on(whole(211));
    tradeAt(230);
    tradeAt(290);
    tradeAt(305);
    calls.clear();

    trader.on(told(250, 3, 4));
    trader.on(told(310, 4, 5));
    tradeAt(361);

    assertThat(calls).containsExactly("history 240", "history 300", "bar 360");
  }

  @Test
  void anAnswerSettlesOnlyWhatWasAskedFor() {
    bind();
    trader.on(told(201, 1, 2, 3));
    trader.on(whole(211));
    tradeAt(230);
    tradeAt(290);
    tradeAt(305);
    calls.clear();

    trader.on(told(240, 4));
    List<String> first = List.copyOf(calls);
    Map<Joining.Line, Long> owed = trader.core().state().joins().all().get(Fixture.STRATEGY).owed();

    assertThat(first).containsExactly("history 240");
    assertThat(owed)
        .containsExactly(Map.entry(new Joining.Line(BTCUSD.id(), MINUTE), 300 * SECOND));
  }

  @Test
  void whatEndsWhileNoStrategyIsAskedIsOwedToo() {
    bind();
    trader.on(told(201, 1, 2, 3));
    trader.on(whole(180));
    tradeAt(230);
    trader.on(new dev.bourse.api.event.ConnectionChanged(Fixture.ACCOUNT, false, "cut", 1));
    tradeAt(245);
    trader.on(new dev.bourse.api.event.ConnectionChanged(Fixture.ACCOUNT, true, "", 1));
    trader.report("10000");
    trader.on(whole(250));
    calls.clear();

    tradeAt(290);
    tradeAt(305);
    trader.on(told(302, 4, 5));
    tradeAt(361);

    assertThat(calls).containsExactly("history 240", "history 300", "bar 360");
  }

  @Test
  void theBarOfAGapIsToldByTheVenueAndThoseAfterTheStreamBeganAnewByTheStream() {
    bind();
    trader.on(told(201, 1, 2, 3));
    trader.on(whole(180));
    tradeAt(210);
    trader.on(new DataGap(BTCUSD, trader.now(), 3, "lost"));
    tradeAt(230);
    tradeAt(245);
    calls.clear();

    trader.on(whole(250));
    trader.on(told(302, 4, 5));
    tradeAt(310);
    tradeAt(361);

    assertThat(calls).containsExactly("history 240", "history 300", "bar 360");
  }

  @Test
  void aStrategyThatWaitsIsAskedByNoBarAndNoTimer() {
    trader.running(
        new Strategy() {
          @Override
          public void onStart(Orders orders) {
            orders.setTimer("wake", 205 * SECOND);
          }
        });
    trader.now(200 * SECOND);
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
                Fixture.STRATEGY,
                "test",
                "v2",
                "p",
                Fixture.ACCOUNT,
                List.of(BTCUSD.id()),
                "1m,1s",
                "")
            .joining(true);
    trader.core().bind(bound, context -> listener(calls));
    trader.on(bound);

    tradeAt(203);
    tradeAt(210);
    List<String> before = List.copyOf(calls);
    trader.on(told(211, 1, 2, 3));
    trader.pass(Duration.ofSeconds(1));

    assertThat(before).isEmpty();
    assertThat(calls).contains("start", "timer wake");
  }

  @Test
  void whatTheVenueDoesNotHaveIsNamedAndTheStrategyGoesOn() {
    bind();

    trader.on(told(202, "strategy s1 never got its bars"));

    assertThat(calls).containsExactly("start");
    assertThat(trader.turns().get(trader.turns().size() - 1).results())
        .contains(new TurnResult.Noted(Alert.Level.WARNING, "strategy s1 never got its bars"));
  }

  @Test
  void aRestartKnowsWhatWasToldAndOwesWhatPassedMeanwhile() {
    bind();
    trader.on(told(201, 1, 2, 3));
    trader.on(whole(180));
    tradeAt(230);
    tradeAt(245);
    Snapshot snapshot = trader.core().save();
    List<String> after = new ArrayList<>();

    TraderCore restored = TraderCore.restore(Fixture.settings(List.of()), snapshot);
    boolean same = restored.stateHash().equals(trader.core().stateHash());
    Fixture again = new Fixture(restored);
    again.at(400 * SECOND, new LifecycleEvent.Started(2, ""));
    LifecycleEvent.StrategyBound bound = Fixture.bound("v2").joining(true);
    restored.bind(bound, context -> listener(after));
    again.on(bound);
    again.on(told(402, 3, 4, 5, 6));

    assertThat(same).isTrue();
    assertThat(after).containsExactly("history 300", "history 360");
  }

  @Test
  void aStrategyThatJoinsForTheFirstTimeIsToldNothingThatTheStreamToldIt() {
    trader.running(new Strategy() {});
    tradeAt(230);
    tradeAt(245);
    Snapshot snapshot = trader.core().save();

    TraderCore restored = TraderCore.restore(Fixture.settings(List.of()), snapshot);
    Fixture again = new Fixture(restored);
    again.at(400 * SECOND, new LifecycleEvent.Started(2, ""));
    LifecycleEvent.StrategyBound bound = Fixture.bound("v2").joining(true);
    restored.bind(bound, context -> listener(calls));
    again.on(bound);
    again.on(told(402, 2, 3, 4, 5, 6));

    assertThat(calls).containsExactly("history 300", "history 360");
  }

  @Test
  void aReplayOfTheJournalTellsTheSameAndEndsInTheSameState() {
    bind();
    trader.on(told(201, 1, 2, 3));
    trader.on(whole(211));
    tradeAt(230);
    tradeAt(245);
    trader.on(told(246, 4));
    tradeAt(305);
    List<String> repeated = new ArrayList<>();

    TraderCore replayed = new TraderCore(Fixture.settings(List.of()));
    List<String> differences = new ArrayList<>();
    trader
        .turns()
        .forEach(
            turn -> {
              if (turn.event() instanceof LifecycleEvent.StrategyBound bound && bound.joins()) {
                replayed.bind(bound, context -> listener(repeated));
              }
              differences.addAll(replayed.replay(turn));
            });

    assertThat(differences).isEmpty();
    assertThat(repeated).isEqualTo(calls);
    assertThat(replayed.stateHash()).isEqualTo(trader.core().stateHash());
  }
}
