package dev.bourse.core.lists;

import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.Trigger;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which two orders a venue takes as a pair: one that stops a loss and one that takes a profit, each
 * on its side of the price. Pure.
 */
public final class PairTerms {
  private static final Set<OrderType> STOPS =
      EnumSet.of(OrderType.STOP_MARKET, OrderType.STOP_LIMIT);
  private static final Set<OrderType> TARGETS =
      EnumSet.of(OrderType.LIMIT, OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED);
  private static final Set<TimeInForce> LIVES = EnumSet.of(TimeInForce.GTC, TimeInForce.GTD);

  private PairTerms() {}

  /** Whether two orders can be a pair, whatever their quantities. */
  public static boolean fit(OrderSpec one, OrderSpec other) {
    OrderSpec stop = isStop(one) ? one : other;
    OrderSpec target = isStop(one) ? other : one;
    return isStop(stop)
        && TARGETS.contains(target.type())
        && stop.side() == target.side()
        && isPlain(stop)
        && isPlain(target)
        && areApart(stop, target);
  }

  /** Whether an order is one that stops a loss. */
  public static boolean isStop(OrderSpec spec) {
    return STOPS.contains(spec.type());
  }

  /** Whether an order can be one that waits at a venue beside or behind others. */
  static boolean isPlain(OrderSpec spec) {
    boolean known = STOPS.contains(spec.type()) || TARGETS.contains(spec.type());
    boolean lives = spec.type() == OrderType.STOP_MARKET || LIVES.contains(spec.timeInForce());
    return known && lives && spec.displayQuantity() == null && spec.amount() == null;
  }

  private static boolean areApart(OrderSpec stop, OrderSpec target) {
    Price profit = level(target);
    Price loss = level(stop);
    if (profit == null || loss == null) {
      return false;
    }
    int apart = profit.compareTo(loss);
    return target.side() == Side.SELL ? apart > 0 : apart < 0;
  }

  /** Whether the market is at or beyond the price at which an order takes its profit. */
  static boolean isReached(OrderSpec target, @Nullable Price now) {
    Price profit = level(target);
    if (profit == null || now == null) {
      return false;
    }
    int beyond = now.compareTo(profit);
    return target.side() == Side.SELL ? beyond >= 0 : beyond <= 0;
  }

  private static @Nullable Price level(OrderSpec spec) {
    Trigger trigger = spec.trigger();
    return trigger == null ? spec.price() : trigger.price();
  }
}
