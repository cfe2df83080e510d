package dev.bourse.api.model;

/**
 * The kinds of order. What a venue can hold is said by its {@code Capabilities}; the rest is denied
 * with a code.
 */
public enum OrderType {
  /** Fills at once at the best price there is. */
  MARKET,
  /** Fills at its price or better. */
  LIMIT,
  /** Becomes a market order when the trigger price is passed against us. */
  STOP_MARKET,
  /** Becomes a limit order when the trigger price is passed against us. */
  STOP_LIMIT,
  /** Fills at the best price, then rests at that price. */
  MARKET_TO_LIMIT,
  /** Becomes a market order when the trigger price is touched in our favour. */
  MARKET_IF_TOUCHED,
  /** Becomes a limit order when the trigger price is touched in our favour. */
  LIMIT_IF_TOUCHED,
  /** A stop-market whose trigger follows the price. */
  TRAILING_STOP_MARKET,
  /** A stop-limit whose trigger follows the price. */
  TRAILING_STOP_LIMIT;

  /** Whether the order needs a limit price. */
  public boolean hasPrice() {
    return this == LIMIT || this == STOP_LIMIT || this == LIMIT_IF_TOUCHED;
  }

  /** Whether the order waits for a trigger. */
  public boolean isConditional() {
    return switch (this) {
      case MARKET, LIMIT, MARKET_TO_LIMIT -> false;
      default -> true;
    };
  }

  /** Whether its trigger follows the price. */
  public boolean isTrailing() {
    return this == TRAILING_STOP_MARKET || this == TRAILING_STOP_LIMIT;
  }

  /** Whether its trigger is touched in our favour, not passed against us. */
  public boolean isIfTouched() {
    return this == MARKET_IF_TOUCHED || this == LIMIT_IF_TOUCHED;
  }

  /** What it becomes when its trigger is passed; itself if it has none. */
  public OrderType triggered() {
    return switch (this) {
      case STOP_MARKET, MARKET_IF_TOUCHED, TRAILING_STOP_MARKET -> MARKET;
      case STOP_LIMIT, LIMIT_IF_TOUCHED, TRAILING_STOP_LIMIT -> LIMIT;
      default -> this;
    };
  }
}
