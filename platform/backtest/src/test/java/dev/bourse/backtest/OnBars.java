package dev.bourse.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.util.function.Consumer;

/** A strategy that hands its bars to a test. */
final class OnBars implements StrategyFactory<Patience.Config> {
  /** What to do at a bar. */
  @FunctionalInterface
  interface Habit {
    void on(Bar bar, StrategyContext context, Orders orders);
  }

  private final Consumer<Bar> past;
  private final Habit habit;

  /**
   * A factory.
   *
   * @param past told the bars of the past
   * @param habit what it does at each bar that it may trade on
   */
  OnBars(Consumer<Bar> past, Habit habit) {
    this.past = past;
    this.habit = habit;
  }

  /** This one under the name of the other, over some data. */
  Plugins over(ListData data) {
    return new Plugins()
        .strategy("patience", "1.0", this)
        .exchange("simulated", "1.0", new SimulatedExchangeFactory())
        .data("1.0", data);
  }

  @Override
  public Class<Patience.Config> configType() {
    return Patience.Config.class;
  }

  @Override
  public Strategy create(Patience.Config config, StrategyContext context) {
    return new Strategy() {
      @Override
      public void onHistory(Bar bar) {
        past.accept(bar);
      }

      @Override
      public void onBar(Bar bar, Orders orders) {
        habit.on(bar, context, orders);
      }
    };
  }
}
