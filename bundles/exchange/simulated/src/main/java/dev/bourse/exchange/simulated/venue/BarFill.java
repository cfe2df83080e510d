package dev.bourse.exchange.simulated.venue;

/** How orders fill when only bars are known. */
public enum BarFill {
  /** Takers at the next open; the order of high and low is not known, so stops come first. */
  NEXT_OPEN,
  /** As {@link #NEXT_OPEN}, but whoever takes pays the bar's worst price. */
  PESSIMISTIC,
  /** Along open, high, low, close. */
  OHLC,
  /** Along open, the nearer of high and low, the other one, close. */
  ADAPTIVE;

  /** Whether a way through the bar is assumed. */
  boolean hasPath() {
    return this == OHLC || this == ADAPTIVE;
  }
}
