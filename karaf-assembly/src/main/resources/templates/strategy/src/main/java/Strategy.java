package com.example.@word@;

import dev.bourse.api.event.Bar;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;

/** Long while the fast average is above the slow one. */
final class @Class@ implements Strategy {
  private final Ema fast;
  private final Ema slow;
  private final Quantity quantity;

  @Class@(@Class@Factory.Config config, StrategyContext context) {
    // What is kept survives restarts and the next version of this jar
    fast = context.keep("fast", new Ema(config.fast()));
    slow = context.keep("slow", new Ema(config.slow()));
    quantity = context.instrument().quantity(config.quantity());
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    fast.add(bar.closeAsDouble());
    slow.add(bar.closeAsDouble());
    if (!slow.ready()) {
      return;
    }
    if (fast.value() > slow.value() && orders.isFlat()) {
      orders.buyMarket(quantity);
    } else if (fast.value() < slow.value() && orders.isLong()) {
      orders.close();
    }
  }
}
