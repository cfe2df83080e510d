package dev.bourse.api.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a conditional order becomes active.
 *
 * @param price the trigger price of a stop or if-touched order. For a trailing order the activation
 *     price, from which on it trails; without one it trails at once
 * @param type the price that is watched
 * @param trailing how far a trailing order's trigger stays behind the best price seen, else null
 * @param limitOffset how much worse than the trigger the limit of a trailing stop-limit is, else
 *     null
 */
public record Trigger(
    @Nullable Price price,
    TriggerType type,
    @Nullable TrailingOffset trailing,
    @Nullable TrailingOffset limitOffset) {
  /** A fixed trigger price. */
  public static Trigger at(Price price) {
    return new Trigger(price, TriggerType.DEFAULT, null, null);
  }

  /** A trigger that trails at once. */
  public static Trigger trailing(TrailingOffset offset) {
    return new Trigger(null, TriggerType.DEFAULT, offset, null);
  }

  /** The same trigger with another price. */
  public Trigger withPrice(@Nullable Price newPrice) {
    return new Trigger(newPrice, type, trailing, limitOffset);
  }

  /** The same trigger that watches another price. */
  public Trigger by(TriggerType newType) {
    return new Trigger(price, newType, trailing, limitOffset);
  }

  /** The same trigger for a trailing stop-limit. */
  public Trigger withLimitOffset(TrailingOffset offset) {
    return new Trigger(price, type, trailing, offset);
  }

  /** The trigger price; throws {@link NullPointerException} if there is none. */
  public Price requiredPrice() {
    return Objects.requireNonNull(price, "the trigger has no price");
  }

  /** Checks that everything that the kind of order needs is there, and nothing else. */
  Trigger checkedFor(OrderType type, Instrument instrument) {
    require(type.isTrailing() == (trailing != null), type, "trailing offset", type.isTrailing());
    boolean limited = type == OrderType.TRAILING_STOP_LIMIT;
    require(limited == (limitOffset != null), type, "limit offset", limited);
    require(type.isTrailing() || price != null, type, "trigger price", true);
    Price exact = price == null ? null : price.withDecimals(instrument.priceDecimals());
    return withPrice(exact);
  }

  private static void require(boolean fine, OrderType type, String what, boolean needed) {
    if (!fine) {
      throw new IllegalArgumentException(type + (needed ? " needs a " : " takes no ") + what);
    }
  }

  /** {@code 95.00 LAST_PRICE}, {@code trailing ByTicks[ticks=50] DEFAULT}. */
  @Override
  public String toString() {
    String text = price == null ? "" : price + " ";
    return text + (trailing == null ? "" : "trailing " + trailing + " ") + type;
  }
}
