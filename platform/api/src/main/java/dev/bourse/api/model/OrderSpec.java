package dev.bourse.api.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted from the market, before anybody approved it.
 *
 * @param instrument what to trade
 * @param side buy or sell
 * @param type the kind of order
 * @param timeInForce how long it may live
 * @param quantity how much, on the instrument's step, above zero; of an order for an amount, the
 *     most that the amount comes to, which the platform reckons when it judges the order (one step
 *     before that)
 * @param price the limit price, present exactly for types with a price
 * @param postOnly refuse rather than take liquidity
 * @param reduceOnly may only shrink the position; the core checks this itself and never trusts the
 *     flag alone
 * @param trigger when it becomes active, present exactly for conditional types
 * @param expiresAt when a {@link TimeInForce#GTD} order ends, the venue's time in nanoseconds; 0
 *     for all others
 * @param displayQuantity how much of it others may see (iceberg), or null for all
 * @param amount how much of the quote currency a market order is to spend, or to bring in, without
 *     fees; null for an order of a quantity
 */
public record OrderSpec(
    Instrument instrument,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    Quantity quantity,
    @Nullable Price price,
    boolean postOnly,
    boolean reduceOnly,
    @Nullable Trigger trigger,
    long expiresAt,
    @Nullable Quantity displayQuantity,
    @Nullable Money amount) {
  /** Checks what can be checked without knowing the account. */
  public OrderSpec {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("order quantity=" + quantity + " must be above zero");
    }
    if (type.hasPrice() != (price != null)) {
      throw new IllegalArgumentException(
          type + (price == null ? " needs a price" : " takes no price, but price=" + price));
    }
    if (type.isConditional() != (trigger != null)) {
      throw new IllegalArgumentException(
          type + (trigger == null ? " needs a trigger" : " takes no trigger"));
    }
    if (expiresAt != 0 && timeInForce != TimeInForce.GTD) {
      throw new IllegalArgumentException(timeInForce + " takes no time of expiry");
    }
    if (amount != null) {
      checkAmount(instrument, type, timeInForce, amount);
    }
    quantity = quantity.withDecimals(instrument.quantityDecimals());
    price = price == null ? null : price.withDecimals(instrument.priceDecimals());
    trigger = trigger == null ? null : trigger.checkedFor(type, instrument);
    displayQuantity =
        displayQuantity == null
            ? null
            : displayQuantity.withDecimals(instrument.quantityDecimals());
  }

  private static void checkAmount(
      Instrument instrument, OrderType type, TimeInForce timeInForce, Money amount) {
    boolean plain = timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.IOC;
    if (type != OrderType.MARKET || !plain) {
      throw new IllegalArgumentException(
          "an order for an amount="
              + amount
              + " is a market order, GTC or IOC, not "
              + type
              + " "
              + timeInForce);
    }
    if (amount.signum() <= 0 || !amount.currency().equals(instrument.quote())) {
      throw new IllegalArgumentException(
          "amount="
              + amount
              + " must be above zero and in "
              + instrument.quote()
              + ", the quote currency of "
              + instrument.id());
    }
  }

  /** An order of a quantity. */
  public OrderSpec(
      Instrument instrument,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      Quantity quantity,
      @Nullable Price price,
      boolean postOnly,
      boolean reduceOnly,
      @Nullable Trigger trigger,
      long expiresAt,
      @Nullable Quantity displayQuantity) {
    this(
        instrument,
        side,
        type,
        timeInForce,
        quantity,
        price,
        postOnly,
        reduceOnly,
        trigger,
        expiresAt,
        displayQuantity,
        null);
  }

  /** An order without trigger, expiry and display quantity. */
  public OrderSpec(
      Instrument instrument,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      Quantity quantity,
      @Nullable Price price,
      boolean postOnly,
      boolean reduceOnly) {
    this(instrument, side, type, timeInForce, quantity, price, postOnly, reduceOnly, null, 0, null);
  }

  /** A market order, good until filled or refused. */
  public static OrderSpec market(Instrument instrument, Side side, Quantity quantity) {
    return new OrderSpec(
        instrument, side, OrderType.MARKET, TimeInForce.GTC, quantity, null, false, false);
  }

  /**
   * A market order for an amount of the quote currency: buys for as much, or sells until as much
   * came in, fees apart. Less than one step's worth may be left over.
   */
  public static OrderSpec marketFor(Instrument instrument, Side side, Money amount) {
    return new OrderSpec(
        instrument,
        side,
        OrderType.MARKET,
        TimeInForce.GTC,
        instrument.stepSize(),
        null,
        false,
        false,
        null,
        0,
        null,
        amount);
  }

  /** A limit order, good till cancelled. */
  public static OrderSpec limit(Instrument instrument, Side side, Quantity quantity, Price price) {
    return new OrderSpec(
        instrument, side, OrderType.LIMIT, TimeInForce.GTC, quantity, price, false, false);
  }

  /** A market order that waits until the price is passed against us, good till cancelled. */
  public static OrderSpec stop(
      Instrument instrument, Side side, Quantity quantity, Price triggerPrice) {
    return conditional(
        instrument, side, OrderType.STOP_MARKET, quantity, null, Trigger.at(triggerPrice));
  }

  /** A limit order that waits until the price is passed against us, good till cancelled. */
  public static OrderSpec stopLimit(
      Instrument instrument, Side side, Quantity quantity, Price triggerPrice, Price price) {
    return conditional(
        instrument, side, OrderType.STOP_LIMIT, quantity, price, Trigger.at(triggerPrice));
  }

  /** A market order that waits until the price is touched in our favour, good till cancelled. */
  public static OrderSpec ifTouched(
      Instrument instrument, Side side, Quantity quantity, Price triggerPrice) {
    return conditional(
        instrument, side, OrderType.MARKET_IF_TOUCHED, quantity, null, Trigger.at(triggerPrice));
  }

  /** A limit order that waits until the price is touched in our favour, good till cancelled. */
  public static OrderSpec limitIfTouched(
      Instrument instrument, Side side, Quantity quantity, Price triggerPrice, Price price) {
    return conditional(
        instrument, side, OrderType.LIMIT_IF_TOUCHED, quantity, price, Trigger.at(triggerPrice));
  }

  /** A stop whose trigger follows the price, good till cancelled. */
  public static OrderSpec trailingStop(
      Instrument instrument, Side side, Quantity quantity, TrailingOffset offset) {
    return conditional(
        instrument, side, OrderType.TRAILING_STOP_MARKET, quantity, null, Trigger.trailing(offset));
  }

  /** A stop-limit whose trigger and limit follow the price, good till cancelled. */
  public static OrderSpec trailingStopLimit(
      Instrument instrument,
      Side side,
      Quantity quantity,
      TrailingOffset offset,
      TrailingOffset limitOffset) {
    return conditional(
        instrument,
        side,
        OrderType.TRAILING_STOP_LIMIT,
        quantity,
        null,
        Trigger.trailing(offset).withLimitOffset(limitOffset));
  }

  private static OrderSpec conditional(
      Instrument instrument,
      Side side,
      OrderType type,
      Quantity quantity,
      @Nullable Price price,
      Trigger trigger) {
    return new OrderSpec(
        instrument, side, type, TimeInForce.GTC, quantity, price, false, false, trigger, 0, null);
  }

  /** The same order marked reduce-only. */
  public OrderSpec reducing() {
    return with(quantity, price, postOnly, true, trigger);
  }

  /** The same order that never takes liquidity. */
  public OrderSpec postingOnly() {
    return with(quantity, price, true, reduceOnly, trigger);
  }

  /**
   * The same order with another quantity; throws {@link IllegalArgumentException} for an order for
   * an amount.
   */
  public OrderSpec withQuantity(Quantity newQuantity) {
    if (amount != null) {
      throw new IllegalArgumentException(
          "an order for " + amount + " has no quantity that could be changed");
    }
    return with(newQuantity, price, postOnly, reduceOnly, trigger);
  }

  /** The same order for an amount that comes to at most the given quantity. */
  public OrderSpec comingTo(Quantity most) {
    return with(most, price, postOnly, reduceOnly, trigger);
  }

  /** The same order of a quantity instead of an amount. */
  public OrderSpec ofQuantity(Quantity newQuantity) {
    return new OrderSpec(
        instrument,
        side,
        type,
        timeInForce,
        newQuantity,
        price,
        postOnly,
        reduceOnly,
        trigger,
        expiresAt,
        displayQuantity);
  }

  /**
   * What the order is worth in the currency of settlement: its amount, else its quantity at its
   * limit, else at the given price.
   */
  public Money worth(Price reference) {
    return amount != null && instrument.isSpot()
        ? amount
        : instrument.notional(price == null ? reference : price, quantity);
  }

  /** The same order with another limit price. */
  public OrderSpec withPrice(Price newPrice) {
    return with(quantity, newPrice, postOnly, reduceOnly, trigger);
  }

  /** The same order with another trigger. */
  public OrderSpec withTrigger(Trigger newTrigger) {
    return with(quantity, price, postOnly, reduceOnly, newTrigger);
  }

  /** The same order with another trigger price. */
  public OrderSpec withTriggerPrice(Price newPrice) {
    if (trigger == null) {
      throw new IllegalArgumentException(type + " has no trigger price to change");
    }
    return withTrigger(trigger.withPrice(newPrice));
  }

  /** The same order with another life. */
  public OrderSpec lasting(TimeInForce newLife) {
    return lasting(newLife, 0);
  }

  /** The same order that ends at the given time, the venue's, in nanoseconds. */
  public OrderSpec until(long newExpiresAt) {
    return lasting(TimeInForce.GTD, newExpiresAt);
  }

  private OrderSpec lasting(TimeInForce newLife, long newExpiresAt) {
    return new OrderSpec(
        instrument,
        side,
        type,
        newLife,
        quantity,
        price,
        postOnly,
        reduceOnly,
        trigger,
        newExpiresAt,
        displayQuantity,
        amount);
  }

  /** The same order of which others see only a part. */
  public OrderSpec displaying(Quantity newDisplayQuantity) {
    return new OrderSpec(
        instrument,
        side,
        type,
        timeInForce,
        quantity,
        price,
        postOnly,
        reduceOnly,
        trigger,
        expiresAt,
        newDisplayQuantity,
        amount);
  }

  private OrderSpec with(
      Quantity newQuantity,
      @Nullable Price newPrice,
      boolean newPostOnly,
      boolean newReduceOnly,
      @Nullable Trigger newTrigger) {
    return new OrderSpec(
        instrument,
        side,
        type,
        timeInForce,
        newQuantity,
        newPrice,
        newPostOnly,
        newReduceOnly,
        newTrigger,
        expiresAt,
        displayQuantity,
        amount);
  }

  /** What is sent when the trigger of a conditional order is passed. */
  public OrderSpec triggered(@Nullable Price limit) {
    return new OrderSpec(
        instrument,
        side,
        type.triggered(),
        timeInForce,
        quantity,
        limit,
        postOnly,
        reduceOnly,
        null,
        expiresAt,
        displayQuantity);
  }

  /** The limit price; throws {@link NullPointerException} for types without one. */
  public Price limitPrice() {
    return Objects.requireNonNull(price, () -> type + " has no limit price");
  }

  /** {@code BUY 0.01 BTCUSD.BITSTAMP LIMIT 805.00}, {@code BUY for 100.00 USD ...}. */
  @Override
  public String toString() {
    String much = amount == null ? quantity.toString() : "for " + amount;
    String text = side + " " + much + " " + instrument.id() + " " + type;
    text = price == null ? text : text + " " + price;
    return trigger == null ? text : text + " trigger " + trigger;
  }
}
