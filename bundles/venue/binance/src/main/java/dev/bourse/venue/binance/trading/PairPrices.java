package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the prices of two orders have to lie of which one takes the profit and the other stops the
 * loss. Pure functions.
 */
public final class PairPrices {
  private PairPrices() {}

  /** Whether they are the right way round. */
  public static boolean areOrdered(List<Ticket> pair) {
    BigDecimal target = target(pair);
    BigDecimal stop = stop(pair);
    return target == null || stop == null || isBeyond(target, stop, pair);
  }

  /** Whether the last price lies between them; where nothing was traded, it does. */
  public static boolean holdLast(List<Ticket> pair) {
    BigDecimal last = pair.get(0).market().lastPrice();
    BigDecimal target = target(pair);
    BigDecimal stop = stop(pair);
    return last == null
        || ((target == null || isBeyond(target, last, pair))
            && (stop == null || isBeyond(last, stop, pair)));
  }

  private static boolean isBeyond(BigDecimal one, BigDecimal other, List<Ticket> pair) {
    int direction = pair.get(0).side() == Side.SELL ? 1 : -1;
    return one.compareTo(other) * direction > 0;
  }

  private static @Nullable BigDecimal target(List<Ticket> pair) {
    Ticket profit = pair.get(pair.get(0).kind().isStop() ? 1 : 0);
    return profit.kind() == Kind.TAKE_PROFIT ? profit.stopPrice() : profit.price();
  }

  private static @Nullable BigDecimal stop(List<Ticket> pair) {
    return pair.get(pair.get(0).kind().isStop() ? 0 : 1).stopPrice();
  }
}
