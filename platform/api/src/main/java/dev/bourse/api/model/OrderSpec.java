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
 * @param quantity how much, on the instrument's step, above zero
 * @param price the limit price, present exactly for types with a price
 * @param postOnly refuse rather than take liquidity
 * @param reduceOnly may only shrink the position; the core checks this itself and never trusts the
 *     flag alone
 */
public record OrderSpec(
    Instrument instrument,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    Quantity quantity,
    @Nullable Price price,
    boolean postOnly,
    boolean reduceOnly) {
  /** Checks what can be checked without knowing the account. */
  public OrderSpec {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("order quantity=" + quantity + " must be above zero");
    }
    if (type.hasPrice() != (price != null)) {
      throw new IllegalArgumentException(
          type + (price == null ? " needs a price" : " takes no price, but price=" + price));
    }
    quantity = quantity.withDecimals(instrument.quantityDecimals());
    price = price == null ? null : price.withDecimals(instrument.priceDecimals());
  }

  /** A market order, good until filled or refused. */
  public static OrderSpec market(Instrument instrument, Side side, Quantity quantity) {
    return new OrderSpec(
        instrument, side, OrderType.MARKET, TimeInForce.GTC, quantity, null, false, false);
  }

  /** A limit order, good till cancelled. */
  public static OrderSpec limit(Instrument instrument, Side side, Quantity quantity, Price price) {
    return new OrderSpec(
        instrument, side, OrderType.LIMIT, TimeInForce.GTC, quantity, price, false, false);
  }

  /** The same order marked reduce-only. */
  public OrderSpec reducing() {
    return new OrderSpec(instrument, side, type, timeInForce, quantity, price, postOnly, true);
  }

  /** The limit price; throws {@link NullPointerException} for types without one. */
  public Price limitPrice() {
    return Objects.requireNonNull(price, () -> type + " has no limit price");
  }

  /** {@code BUY 0.01 BTCUSD.BITSTAMP LIMIT 805.00}. */
  @Override
  public String toString() {
    String text = side + " " + quantity + " " + instrument.id() + " " + type;
    return price == null ? text : text + " " + price;
  }
}
