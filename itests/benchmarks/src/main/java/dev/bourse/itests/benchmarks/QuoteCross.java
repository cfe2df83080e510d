package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;

/** The EMA cross of the examples, on every quote instead of every bar. */
final class QuoteCross implements Strategy {
  static final int FAST = 500;
  static final int SLOW = 2_000;

  private final Ema fast;
  private final Ema slow;
  private final Quantity size;

  QuoteCross(StrategyContext context) {
    fast = context.keep("fast", new Ema(FAST));
    slow = context.keep("slow", new Ema(SLOW));
    size = size(context.instrument());
  }

  static Quantity size(Instrument instrument) {
    return instrument.quantity("0.01");
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    double middle = quote.midAsDouble();
    fast.add(middle);
    slow.add(middle);
    if (!slow.ready()) {
      return;
    }
    boolean up = fast.value() > slow.value();
    if (up && orders.isFlat()) {
      orders.buyMarket(size);
    } else if (!up && orders.isLong()) {
      orders.close();
    }
  }
}
