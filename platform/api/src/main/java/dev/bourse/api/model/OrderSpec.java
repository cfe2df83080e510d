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
 * @param position the position that its fills change, {@link PositionId#NETTED} for a strategy that
 *     nets
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
    @Nullable Money amount,
    PositionId position) {
  /** Checks what can be checked without knowing the account. */
  public OrderSpec {
    SpecChecks.form(quantity, type, price, trigger);
    SpecChecks.life(timeInForce, expiresAt);
    if (amount != null) {
      SpecChecks.amount(instrument, type, timeInForce, amount);
    }
    quantity = quantity.withDecimals(instrument.quantityDecimals());
    price = price == null ? null : price.withDecimals(instrument.priceDecimals());
    trigger = trigger == null ? null : trigger.checkedFor(type, instrument);
    displayQuantity =
        displayQuantity == null
            ? null
            : displayQuantity.withDecimals(instrument.quantityDecimals());
  }

  /** An order of a quantity, for the position without a name. */
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
        null,
        PositionId.NETTED);
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
        amount,
        PositionId.NETTED);
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

  /** The same order without that mark. */
  public OrderSpec notReducing() {
    return reduceOnly ? with(quantity, price, postOnly, false, trigger) : this;
  }

  /** The same order for another position of its owner. */
  public OrderSpec forPosition(PositionId newPosition) {
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
        displayQuantity,
        amount,
        newPosition);
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
        displayQuantity,
        null,
        position);
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
        amount,
        position);
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
        amount,
        position);
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
        amount,
        position);
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
        displayQuantity,
        null,
        position);
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
    text = trigger == null ? text : text + " trigger " + trigger;
    return position.isNamed() ? text + " position " + position : text;
  }
}
