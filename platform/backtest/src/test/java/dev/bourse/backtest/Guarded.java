package dev.bourse.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/** Buys once, puts a stop below what it bought, and draws that nearer at the next bar. */
public final class Guarded implements StrategyFactory<Guarded.Config> {
  public @interface Config {
    String stop() default "80";

    String nearer() default "90";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Strategy create(Config config, StrategyContext context) {
    Quantity one = context.instrument().quantity("1");
    return new Strategy() {
      private boolean bought;
      private boolean moved;

      @Override
      public void onBar(Bar bar, Orders orders) {
        if (!bought) {
          bought = true;
          orders.buyMarket(one);
        } else if (!moved && !orders.live().isEmpty()) {
          moved = true;
          Order stop = orders.live().get(0);
          ClientOrderId id = stop.id();
          orders.amend(id, OrderChange.triggerPrice(Price.of(config.nearer())));
        }
      }

      @Override
      public void onFill(Fill fill, Orders orders) {
        if (fill.side() == Side.BUY) {
          orders.submit(
              OrderSpec.stop(orders.instrument(), Side.SELL, one, Price.of(config.stop()))
                  .reducing());
        }
      }
    };
  }
}
