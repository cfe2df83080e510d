package dev.bourse.risk.limits;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.Numbers;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Fixed limits on entries. All are checked in the order of the parameters; the first that is passed
 * denies.
 *
 * @param maxOrderNotional most that one entry may be worth, in quote currency
 * @param maxPosition most that position and live entries on one instrument may be worth, in quote
 *     currency
 * @param maxOpenOrders most live orders, the new one included
 * @param priceBand how far a limit price may be on the wrong side of the last price, in percent, 0
 *     for no band
 * @param allotment most that a strategy may use of a quote currency
 */
record Limits(
    Optional<BigDecimal> maxOrderNotional,
    Optional<BigDecimal> maxPosition,
    int maxOpenOrders,
    double priceBand,
    Optional<BigDecimal> allotment)
    implements RiskModule {
  private static final DenialCode MAX_ORDER_NOTIONAL = new DenialCode("MAX_ORDER_NOTIONAL");
  private static final DenialCode MAX_POSITION = new DenialCode("MAX_POSITION");
  private static final DenialCode MAX_OPEN_ORDERS = new DenialCode("MAX_OPEN_ORDERS");
  private static final DenialCode PRICE_BAND = new DenialCode("PRICE_BAND");
  private static final DenialCode ALLOTMENT = new DenialCode("ALLOTMENT");

  /** Reads a limit; empty text means none. */
  static Optional<BigDecimal> amount(String name, String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      BigDecimal value = new BigDecimal(text.strip());
      if (value.signum() > 0) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + text + " must be an amount like 10000", e);
    }
    throw new IllegalArgumentException(
        name + "=" + text + " must be above zero; leave it empty for no limit");
  }

  @Override
  public RiskDecision check(Order order, RiskView view) {
    Instrument instrument = order.spec().instrument();
    Optional<Price> reference = view.referencePrice(instrument);
    if (reference.isEmpty()) {
      return DenialCode.NO_PRICE.because("instrument=" + instrument.id());
    }
    Price limit = order.spec().price();
    Money notional = order.spec().worth(reference.get());
    Money position = notional.plus(held(order, view, reference.get()));
    int orders = view.liveOrderCount() + 1;
    if (above(notional, maxOrderNotional)) {
      return MAX_ORDER_NOTIONAL.because(numbers(notional, maxOrderNotional));
    }
    if (above(position, maxPosition)) {
      return MAX_POSITION.because(numbers(position, maxPosition));
    }
    if (orders > maxOpenOrders) {
      return MAX_OPEN_ORDERS.because("value=" + orders + " limit=" + maxOpenOrders);
    }
    if (limit != null && outsideBand(order.spec().side(), limit, reference.get())) {
      return PRICE_BAND.because(
          "price=" + limit + " last=" + reference.get() + " limit=" + priceBand + "%");
    }
    if (allotment.isPresent()) {
      Money used =
          view.used(order.account(), order.strategy(), instrument.settlement()).plus(notional);
      if (above(used, allotment)) {
        return ALLOTMENT.because(numbers(used, allotment));
      }
    }
    return new RiskDecision.Passed(
        Numbers.of("notional", notional, "position", position, "open_orders", orders));
  }

  private static Money held(Order order, RiskView view, Price reference) {
    Instrument instrument = order.spec().instrument();
    Quantity quantity = view.held(order.account(), order.strategy(), instrument);
    Money held = instrument.notional(reference, quantity);
    return held.plus(view.working(order.account(), order.strategy(), instrument, reference));
  }

  private boolean outsideBand(Side side, Price limit, Price reference) {
    if (priceBand == 0) {
      return false;
    }
    BigDecimal last = new BigDecimal(reference.toString());
    BigDecimal width = last.multiply(BigDecimal.valueOf(priceBand)).divide(BigDecimal.valueOf(100));
    BigDecimal price = new BigDecimal(limit.toString());
    return side == Side.BUY
        ? price.compareTo(last.add(width)) > 0
        : price.compareTo(last.subtract(width)) < 0;
  }

  private static boolean above(Money value, Optional<BigDecimal> limit) {
    return limit.isPresent() && new BigDecimal(value.amount()).compareTo(limit.get()) > 0;
  }

  private static String numbers(Money value, Optional<BigDecimal> limit) {
    Currency currency = value.currency();
    BigDecimal most = limit.orElse(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_EVEN);
    return "value=" + value + " limit=" + most.toPlainString() + " " + currency;
  }
}
