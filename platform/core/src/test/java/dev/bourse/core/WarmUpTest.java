package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.indicator.Sma;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A strategy is told of the past in the turn that binds it, once, and cannot order with it. */
@Tag("A12")
class WarmUpTest {
  private static final List<Bar> PAST =
      LongStream.rangeClosed(1, 3).mapToObj(WarmUpTest::bar).toList();

  private final List<String> calls = new ArrayList<>();
  private final Fixture trader = new Fixture();

  private static Bar bar(long minute) {
    long raw = 10_000 + minute * 100;
    return new Bar(
        BTCUSD, BarInterval.of("1m"), minute * 60 * SECOND, raw, raw, raw, raw, 10_000, true);
  }

  /** An average of three closes that is kept. */
  private final class Averaging implements Strategy {
    private final Sma average;
    private final List<String> calls;

    Averaging(StrategyContext context) {
      this(context, WarmUpTest.this.calls);
    }

    Averaging(StrategyContext context, List<String> told) {
      average = context.keep("average", new Sma(3));
      calls = told;
    }

    @Override
    public void onHistory(Bar bar) {
      average.add(bar.closeAsDouble());
      calls.add("history to " + bar.eventTime() / SECOND);
    }

    @Override
    public void onStart(Orders orders) {
      calls.add("start with " + average.value());
    }

    @Override
    public void onBar(Bar bar, Orders orders) {
      average.add(bar.closeAsDouble());
      calls.add("bar to " + bar.eventTime() / SECOND + " with " + average.value());
    }
  }

  private void bindWithPast() {
    trader.running(new Strategy() {});
    LifecycleEvent.StrategyBound bound =
        Fixture.bound("v2").warmedUp(PAST, "strategy s1 was warmed up with 3 bars");
    trader.core().bind(bound, Averaging::new);
    trader.on(bound);
  }

  @Test
  void indicatorsAreReadyBeforeTheStrategyIsFirstAsked() {
    bindWithPast();

    assertThat(calls)
        .containsExactly("history to 60", "history to 120", "history to 180", "start with 102.0");
    assertThat(trader.turns().get(trader.turns().size() - 1).results())
        .contains(new TurnResult.Noted(Alert.Level.INFO, "strategy s1 was warmed up with 3 bars"));
    assertThat(trader.core().state().ledger().all()).isEmpty();
  }

  @Test
  void aStrategyThatJoinsIsToldItsPastAndTheOneThatTradesHearsNothingOfIt() {
    bindWithPast();
    trader.at(240 * SECOND, bar(4));
    calls.clear();
    List<String> joined = new ArrayList<>();
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
                new StrategyId("s2"), "test", "v1", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "")
            .warmedUp(PAST.subList(0, 2), "strategy s2 was warmed up with 2 bars");

    trader.core().bind(bound, context -> new Averaging(context, joined));
    trader.at(250 * SECOND, bound);
    List<String> whileItJoined = List.copyOf(calls);
    trader.at(300 * SECOND, bar(5));

    assertThat(whileItJoined).isEmpty();
    assertThat(calls).containsExactly("bar to 300 with 104.0");
    assertThat(joined)
        .containsExactly(
            "history to 60",
            "history to 120",
            "start with " + Double.NaN,
            "bar to 300 with 102.66666666666667");
  }

  @Test
  void aRestartFromTheJournalTellsThePastAgainAndEndsInTheSameState() {
    bindWithPast();
    trader.at(240 * SECOND, bar(4));

    TraderCore replayed = new TraderCore(Fixture.settings(List.of()));
    List<String> differences = new ArrayList<>();
    trader
        .turns()
        .forEach(
            turn -> {
              if (turn.event() instanceof LifecycleEvent.StrategyBound bound
                  && !bound.history().isEmpty()) {
                replayed.bind(bound, Averaging::new);
              }
              differences.addAll(replayed.replay(turn));
            });

    assertThat(differences).isEmpty();
    assertThat(replayed.stateHash()).isEqualTo(trader.core().stateHash());
  }

  @Test
  void aRestartFromASnapshotGoesOnWithWhatWasKeptAndTellsNothing() {
    bindWithPast();
    Snapshot snapshot = trader.core().save();
    calls.clear();

    TraderCore restored = TraderCore.restore(Fixture.settings(List.of()), snapshot);
    restored.bind(Fixture.bound("v2"), Averaging::new);
    new Fixture(restored).at(240 * SECOND, Fixture.bound("v2"));
    new Fixture(restored).at(240 * SECOND, bar(4));

    assertThat(calls).noneMatch(call -> call.startsWith("history"));
    assertThat(restored.state().strategies()).hasSize(1);
    assertThat(calls).contains("bar to 240 with 103.0");
  }

  @Test
  void aSignalStrategyIsToldByTheCallThatFeedsItsIndicators() {
    SignalStrategy signals =
        new SignalStrategy() {
          @Override
          public void onBar(Bar bar) {
            calls.add("bar to " + bar.eventTime() / SECOND);
          }

          @Override
          public Optional<Signal> signal(SignalView view) {
            calls.add("asked");
            return Optional.empty();
          }
        };
    trader.running(new Strategy() {});
    LifecycleEvent.StrategyBound bound = Fixture.bound("v2").warmedUp(PAST, "told");

    trader.core().bind(bound, context -> signals);
    trader.on(bound);

    assertThat(calls).containsExactly("bar to 60", "bar to 120", "bar to 180");
  }
}
