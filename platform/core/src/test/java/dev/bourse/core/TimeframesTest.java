package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A strategy with several bars over one instrument, and what it can know when it is asked. */
@Tag("A12")
@Tag("N29")
class TimeframesTest {
  private final List<String> seen = new ArrayList<>();
  private final Fixture trader = new Fixture();

  /** Writes down each call and the last price that it could see then. */
  private final class Diary implements Strategy {
    @Override
    public void onBar(Bar bar, Orders orders) {
      seen.add(
          bar.interval()
              + " to "
              + bar.eventTime() / SECOND
              + " closed at "
              + bar.close()
              + ", last "
              + orders.lastPrice().map(Price::toString).orElse("none"));
    }

    @Override
    public void onTrade(Trade trade, Orders orders) {
      seen.add("trade of " + trade.price());
    }
  }

  private void start(String bars) {
    trader.running(new Diary());
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
            Fixture.STRATEGY, "test", "v2", "p", ACCOUNT, List.of(BTCUSD.id()), bars, "");
    trader.core().bind(bound, context -> new Diary());
    trader.on(bound);
    seen.clear();
  }

  private void trade(long second, String price) {
    long time = second * SECOND;
    for (TimerEvent due = trader.core().due(time); due != null; due = trader.core().due(time)) {
      trader.at(Math.max(trader.core().time(), due.deadline()), due);
    }
    trader.at(
        time,
        new Trade(BTCUSD, time, BTCUSD.price(price).raw(), 10_000, AggressorSide.UNKNOWN, null));
  }

  private void bar(long second, String price) {
    long raw = BTCUSD.price(price).raw();
    trader.at(
        second * SECOND,
        new Bar(BTCUSD, BarInterval.of("1m"), second * SECOND, raw, raw, raw, raw, 10_000, true));
  }

  @Test
  void barsThatEndTogetherComeSmallToLargeBeforeTheTradeThatFollowsThem() {
    start("5m,1m,3t");
    trade(10, "100.00");
    trade(299, "110.00");

    trade(300, "500.00");

    assertThat(seen)
        .containsExactly(
            "trade of 100.00",
            "1m to 60 closed at 100.00, last 100.00",
            "trade of 110.00",
            "1m to 300 closed at 110.00, last 110.00",
            "5m to 300 closed at 110.00, last 110.00",
            "3t to 300 closed at 500.00, last 500.00",
            "trade of 500.00");
  }

  @Test
  void aRecordedBarIsToldBeforeTheLargerOneThatItCompletes() {
    start("1m,2m");
    bar(60, "100.00");

    bar(120, "101.00");

    assertThat(seen)
        .containsExactly(
            "1m to 60 closed at 100.00, last 100.00",
            "1m to 120 closed at 101.00, last 101.00",
            "2m to 120 closed at 101.00, last 101.00");
  }

  @Test
  void signalsAreJudgedByTheFirstBarWhichMustBeOneOfTime() {
    SignalStrategy signals = new Silent();
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
            Fixture.STRATEGY, "test", "v2", "p", ACCOUNT, List.of(BTCUSD.id()), "100t,1m", "");
    trader.running(new Diary());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trader.core().bind(bound, context -> signals))
        .withMessage(
            "signal strategy s1 needs a bar of time first, like bar=1m: its signals are asked for"
                + " and judged when one closes");
  }

  private static final class Silent implements SignalStrategy {
    @Override
    public Optional<Signal> signal(SignalView view) {
      return Optional.empty();
    }
  }
}
