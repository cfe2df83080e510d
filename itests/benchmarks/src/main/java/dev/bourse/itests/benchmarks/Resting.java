package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;

/** Places a limit order far below the market on every quote. */
final class Resting implements Strategy {
  private final Quantity size;
  private final Price price;

  Resting(StrategyContext context) {
    size = QuoteCross.size(context.instrument());
    price = context.instrument().price("100.00");
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    orders.buyLimit(size, price);
  }
}
