package dev.bourse.itests.backtest;

import dev.bourse.api.book.BookView;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.strategy.Orders;

/**
 * Buys what stands on the best three offers when twice as much is bid as is offered on the first
 * five levels, and sells what it has when it is the other way round.
 */
final class Lean implements StrategyOfACase {
  private static final int SEEN = 5;
  private static final int TAKEN = 3;

  private final Quantity most;

  Lean(String most) {
    this.most = Quantity.of(most);
  }

  @Override
  public void begin() {
    // nothing is kept between two books
  }

  @Override
  public void onBook(BookView book, Orders orders) {
    if (book.levels(Side.BUY) < SEEN || book.levels(Side.SELL) < SEEN) {
      return;
    }
    double bid = near(book, Side.BUY);
    double offered = near(book, Side.SELL);
    if (bid > 2 * offered && orders.isFlat()) {
      Price limit = book.price(Side.SELL, TAKEN - 1);
      orders.submit(immediate(orders, Side.BUY, size(book, orders), limit));
    } else if (offered > 2 * bid && orders.isLong() && orders.live().isEmpty()) {
      orders.close();
    }
  }

  private static double near(BookView book, Side side) {
    double sum = 0;
    for (int level = 0; level < SEEN; level++) {
      sum += book.sizeAsDouble(side, level);
    }
    return sum;
  }

  private Quantity size(BookView book, Orders orders) {
    Quantity all = book.size(Side.SELL, 0);
    for (int level = 1; level < TAKEN; level++) {
      all = all.plus(book.size(Side.SELL, level));
    }
    Quantity wanted = all.min(most.withDecimals(all.decimals()));
    Quantity least = orders.instrument().minQuantity();
    return wanted.compareTo(least) < 0 ? least : orders.instrument().roundDown(wanted);
  }

  private static OrderSpec immediate(Orders orders, Side side, Quantity size, Price limit) {
    return OrderSpec.limit(orders.instrument(), side, size, limit).lasting(TimeInForce.IOC);
  }
}
