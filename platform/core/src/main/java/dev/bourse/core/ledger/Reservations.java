package dev.bourse.core.ledger;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Trigger;
import dev.bourse.core.portfolio.Quantities;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a live order may still take from an account. A pure function of the order, so that adding
 * and releasing always match.
 *
 * <p>A buy takes price times what is left plus the taker's fee; a market buy is reckoned at the
 * expected price, or at the dearer trigger price, plus {@link #MARKET_MARGIN}. With an amend on its
 * way the greater of both counts. A sell takes what is left of the base.
 *
 * <p>A buy for an amount takes exactly what is left of that: it is for spending a balance to the
 * end, and a fee in another currency than the quote does not come on top.
 *
 * <p>An order of a contract takes no cash: it counts with its worth, without a fee, from which the
 * account's margin follows.
 */
public final class Reservations {
  /** How much worse than the expected price a market buy is reckoned: 1 %. */
  public static final Rate MARKET_MARGIN = Rate.of("0.01");

  private Reservations() {}

  /** The reservation of an order; zero while it waits and once its end is proven. */
  public static Money of(Order order) {
    Instrument instrument = order.spec().instrument();
    boolean buy = order.spec().side() == Side.BUY;
    if (!order.isLive() || order.isWaiting()) {
      boolean quoted = buy || !instrument.isSpot();
      return quoted ? instrument.settlement().zero() : instrument.base().zero();
    }
    Money amount = buy ? order.unusedAmount() : null;
    if (amount != null) {
      return amount;
    }
    Money now = of(order.spec(), order.unfilled(), order.expectedPrice());
    OrderChange change = order.change();
    if (change == null) {
      return now;
    }
    Money then = of(change.applied(order.spec()), order.unfilled(), order.expectedPrice());
    return then.compareTo(now) > 0 ? then : now;
  }

  /** The reservation of an order with the given part left. */
  public static Money of(OrderSpec spec, Quantity left, @Nullable Price expected) {
    Instrument instrument = spec.instrument();
    if (!instrument.isSpot()) {
      return worth(spec, left, expected);
    }
    if (spec.side() == Side.SELL) {
      return new Quantities(instrument).money(left);
    }
    Price limit = spec.price();
    Price price = limit != null ? limit : dearer(expected, triggerPrice(spec));
    if (price == null) {
      return instrument.quote().zero();
    }
    Money value = price.times(left, instrument.quote(), RoundingMode.UP);
    Rate margin = limit == null ? MARKET_MARGIN : Rate.ZERO;
    return withFee(value, margin, instrument.takerFee());
  }

  /** The greater worth where several prices are possible. */
  private static Money worth(OrderSpec spec, Quantity left, @Nullable Price expected) {
    Instrument instrument = spec.instrument();
    Price limit = spec.price();
    if (limit != null) {
      return instrument.notional(limit, left);
    }
    Money most = instrument.settlement().zero();
    for (Price price : new @Nullable Price[] {expected, triggerPrice(spec)}) {
      Money worth = price == null ? most : instrument.notional(price, left);
      most = worth.compareTo(most) > 0 ? worth : most;
    }
    return most.plus(most.times(MARKET_MARGIN, RoundingMode.UP));
  }

  private static @Nullable Price triggerPrice(OrderSpec spec) {
    Trigger trigger = spec.trigger();
    return trigger == null ? null : trigger.price();
  }

  /** A conditional order is filled near its trigger, not near the price of its decision. */
  private static @Nullable Price dearer(@Nullable Price one, @Nullable Price other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** In 64 bits where they are enough, which is on every order's way. */
  static Money withFee(Money value, Rate margin, Rate fee) {
    if (value.raw().fitsLong() && value.signum() >= 0) {
      long raw = value.raw().longValueExact();
      long most = Long.MAX_VALUE / Rate.ONE / 4;
      if (raw < most && margin.raw() < Rate.ONE && fee.raw() < Rate.ONE) {
        long risked = raw + share(raw, margin);
        return new Money(Int128.of(risked + share(risked, fee)), value.currency());
      }
    }
    return exactly(value, margin, fee);
  }

  /** Rounded up; a negative rate, a rebate, counts as nothing. */
  private static long share(long amount, Rate rate) {
    return rate.raw() <= 0 ? 0 : (amount * rate.raw() + Rate.ONE - 1) / Rate.ONE;
  }

  /** The same whatever the size. */
  static Money exactly(Money value, Rate margin, Rate fee) {
    Money risked = value.plus(value.times(margin, RoundingMode.UP));
    Money charged = risked.times(fee, RoundingMode.UP);
    return charged.signum() > 0 ? risked.plus(charged) : risked;
  }
}
