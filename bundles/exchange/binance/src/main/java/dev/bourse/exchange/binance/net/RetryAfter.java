package dev.bourse.exchange.binance.net;

import java.time.Duration;

/** How long the header {@code Retry-After} of an answer asks to wait. Pure function. */
public final class RetryAfter {
  /** The longest ban. */
  private static final Duration LONGEST = Duration.ofDays(3);

  private RetryAfter() {}

  /** Its whole seconds, at most three days; zero for what is no number. */
  public static Duration of(String header) {
    try {
      long seconds = Math.max(0, Long.parseLong(header.strip()));
      return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }
}
