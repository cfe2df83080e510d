package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;

/** Buys and sells in turn, one market order every so many quotes. */
final class Always implements Strategy {
  private final Quantity size;
  private final int every;
  private int seen;
  private boolean holds;

  Always(StrategyContext context, int every) {
    this.size = QuoteCross.size(context.instrument());
    this.every = every;
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    if (++seen % every == 0) {
      if (holds) {
        orders.sellMarket(size);
      } else {
        orders.buyMarket(size);
      }
      holds = !holds;
    }
  }
}
