package dev.bourse.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/** Goes short at the first bar and turns round at every bar after it. */
public final class Seesaw implements StrategyFactory<Seesaw.Config> {
  public @interface Config {
    String quantity() default "1";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Strategy create(Config config, StrategyContext context) {
    Quantity once = context.instrument().quantity(config.quantity());
    Quantity twice = once.plus(once);
    return new Strategy() {
      @Override
      public void onBar(Bar bar, Orders orders) {
        if (!orders.live().isEmpty()) {
          return;
        }
        PositionSide side = orders.position().side();
        if (side == PositionSide.FLAT) {
          orders.sellMarket(once);
        } else if (side == PositionSide.SHORT) {
          orders.buyMarket(twice);
        } else {
          orders.sellMarket(twice);
        }
      }
    };
  }
}
