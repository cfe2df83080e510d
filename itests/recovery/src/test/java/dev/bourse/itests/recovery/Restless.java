package dev.bourse.itests.recovery;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;

/** Trades often and in every way it can, so that a kill always meets something in flight. */
final class Restless implements Strategy {
  private final Ema fast;
  private final Ema slow;

  Restless(StrategyContext context) {
    this.fast = context.keep("fast", new Ema(3));
    this.slow = context.keep("slow", new Ema(9));
  }

  @Override
  public void onTrade(Trade trade, Orders orders) {
    fast.add(trade.priceAsDouble());
    slow.add(trade.priceAsDouble());
    long cents = trade.priceRaw();
    if (cents % 5 == 0 && orders.live().size() < 4) {
      orders.buyLimit(orders.instrument().quantity("0.01"), orders.instrument().price(cents - 20));
    } else if (cents % 7 == 0) {
      orders.cancelAll();
    }
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    if (slow.ready() && fast.value() > slow.value() && orders.isFlat()) {
      orders.buyMarket(orders.instrument().quantity("0.02"));
    } else if (slow.ready() && fast.value() < slow.value() && orders.isLong()) {
      orders.close();
    }
  }
}
