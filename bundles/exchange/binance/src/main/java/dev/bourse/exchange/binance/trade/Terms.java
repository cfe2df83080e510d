package dev.bourse.exchange.binance.trade;

/** What the venue's kinds of order have. Pure functions. */
final class Terms {
  private Terms() {}

  /** Whether it waits for a trigger. */
  static boolean isConditional(String type) {
    return type.startsWith("STOP_LOSS") || type.startsWith("TAKE_PROFIT");
  }

  /** Whether it has a limit. */
  static boolean isPriced(String type) {
    return type.startsWith("LIMIT") || type.endsWith("_LIMIT");
  }
}
