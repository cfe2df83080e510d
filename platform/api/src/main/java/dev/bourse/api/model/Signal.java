package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a signal strategy wants: get in, and where to get out again. A wish; whether it may be
 * traded is judged by {@code SignalRules}, all of them at once.
 *
 * @param side BUY for a long position, SELL for a short one
 * @param quantity the size in base currency, on the instrument's step; null if {@code cost} says it
 * @param cost what may be spent in quote currency, rounded down to the step at the entry price;
 *     null if {@code quantity} says it
 * @param entry the price to wait for, on the tick; null to enter at the market at once
 * @param takeProfit the price at which it closes with profit
 * @param stopLoss the price at which it closes with loss
 * @param lifetime how long the position may be held, in whole minutes; {@link #FOREVER} for no end
 * @param note what the strategy wants people to read, may be empty
 */
public record Signal(
    Side side,
    @Nullable Quantity quantity,
    @Nullable Money cost,
    @Nullable Price entry,
    Price takeProfit,
    Price stopLoss,
    Duration lifetime,
    String note) {
  /** A lifetime without an end. */
  public static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  /** How long a position is held if nothing else is said: a day. */
  public static final Duration DAY = Duration.ofDays(1);

  /** Checks that exactly one of quantity and cost is given. */
  public Signal {
    if ((quantity == null) == (cost == null)) {
      throw new IllegalArgumentException(
          "a signal needs either a quantity or a cost, not quantity="
              + quantity
              + " and cost="
              + cost);
    }
  }

  /** Buys a quantity at the market, held for a day at most. */
  public static Signal buy(Quantity quantity, Price takeProfit, Price stopLoss) {
    return new Signal(Side.BUY, quantity, null, null, takeProfit, stopLoss, DAY, "");
  }

  /** Buys for an amount of quote currency at the market, held for a day at most. */
  public static Signal buyFor(Money cost, Price takeProfit, Price stopLoss) {
    return new Signal(Side.BUY, null, cost, null, takeProfit, stopLoss, DAY, "");
  }

  /** Sells a quantity short at the market, held for a day at most. */
  public static Signal sell(Quantity quantity, Price takeProfit, Price stopLoss) {
    return new Signal(Side.SELL, quantity, null, null, takeProfit, stopLoss, DAY, "");
  }

  /** The same signal waiting for a price. */
  public Signal at(Price price) {
    return new Signal(side, quantity, cost, price, takeProfit, stopLoss, lifetime, note);
  }

  /** The same signal with another lifetime. */
  public Signal lasting(Duration newLifetime) {
    return new Signal(side, quantity, cost, entry, takeProfit, stopLoss, newLifetime, note);
  }

  /** The same signal with a note for people. */
  public Signal noting(String newNote) {
    return new Signal(side, quantity, cost, entry, takeProfit, stopLoss, lifetime, newNote);
  }

  /**
   * The size in base currency: the quantity, or what the cost buys at a price, rounded down to the
   * step.
   *
   * @param price what one unit costs, above zero
   */
  public Quantity size(Instrument instrument, Price price) {
    if (quantity != null) {
      return quantity.withDecimals(instrument.quantityDecimals());
    }
    Money spent = Objects.requireNonNull(cost);
    BigDecimal amount = new BigDecimal(spent.raw().toBigInteger(), spent.currency().decimals());
    BigDecimal bought =
        amount.divide(
            BigDecimal.valueOf(price.raw(), price.decimals()),
            instrument.quantityDecimals(),
            RoundingMode.DOWN);
    long raw = bought.unscaledValue().longValueExact();
    return instrument.roundDown(instrument.quantity(raw));
  }

  /** Whether it wants a long position. */
  public boolean isLong() {
    return side == Side.BUY;
  }

  /** {@code BUY 0.01 at 805.00 take_profit=820.00 stop_loss=790.00}. */
  @Override
  public String toString() {
    return side
        + " "
        + (quantity == null ? "for " + cost : quantity)
        + (entry == null ? " at the market" : " at " + entry)
        + " take_profit="
        + takeProfit
        + " stop_loss="
        + stopLoss;
  }
}
