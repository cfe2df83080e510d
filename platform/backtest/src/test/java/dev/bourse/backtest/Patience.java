package dev.bourse.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/** Buys at the first bar it sees while flat, sells so many bars later, and begins again. */
public final class Patience implements StrategyFactory<Patience.Config> {
  public @interface Config {
    int bars() default 1;

    String quantity() default "1";

    boolean fails() default false;
  }

  private final Runnable firstBar;

  public Patience() {
    this(() -> {});
  }

  /** One whose strategies do something at their first bar. */
  Patience(Runnable firstBar) {
    this.firstBar = firstBar;
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Strategy create(Config config, StrategyContext context) {
    if (config.bars() == 13) {
      throw new IllegalArgumentException("bars=13 is a number that patience does not take");
    }
    Quantity quantity = context.instrument().quantity(config.quantity());
    return new Strategy() {
      private int held;
      private boolean begun;

      @Override
      public void onBar(Bar bar, Orders orders) {
        if (!begun) {
          begun = true;
          firstBar.run();
        }
        if (config.fails()) {
          throw new IllegalStateException("it was told to");
        }
        if (orders.isLong() && ++held >= config.bars()) {
          orders.close();
          held = 0;
        } else if (orders.isFlat()) {
          orders.buyMarket(quantity);
        }
      }
    };
  }
}
