package dev.bourse.core.ledger;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.core.portfolio.Quantities;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a live order may still take from an account. A pure function of the order, so that adding
 * and releasing always match.
 *
 * <p>A buy takes price times what is left plus the taker's fee; a market buy is reckoned at the
 * expected price plus {@link #MARKET_MARGIN}. A sell takes what is left of the base.
 */
public final class Reservations {
  /** How much worse than the expected price a market buy is reckoned: 1 %. */
  public static final Rate MARKET_MARGIN = Rate.of("0.01");

  private Reservations() {}

  /** The reservation of an order; zero once it is closed and its fate proven. */
  public static Money of(Order order) {
    Instrument instrument = order.spec().instrument();
    boolean buy = order.spec().side() == Side.BUY;
    if (!order.isLive()) {
      return buy ? instrument.quote().zero() : instrument.base().zero();
    }
    return of(order.spec(), order.unfilled(), order.expectedPrice());
  }

  /** The reservation of an order with the given part left. */
  public static Money of(OrderSpec spec, Quantity left, @Nullable Price expected) {
    Instrument instrument = spec.instrument();
    if (spec.side() == Side.SELL) {
      return new Quantities(instrument).money(left);
    }
    Price limit = spec.price();
    Price price = limit != null ? limit : expected;
    if (price == null) {
      return instrument.quote().zero();
    }
    Money value = price.times(left, instrument.quote(), RoundingMode.UP);
    Money margin =
        limit == null ? value.times(MARKET_MARGIN, RoundingMode.UP) : value.currency().zero();
    Money fee = value.plus(margin).times(instrument.takerFee(), RoundingMode.UP);
    return value.plus(margin).plus(fee.signum() > 0 ? fee : fee.currency().zero());
  }
}
