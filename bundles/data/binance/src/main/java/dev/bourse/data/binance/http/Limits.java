package dev.bourse.data.binance.http;

import java.time.Duration;

/**
 * How patient fetching is.
 *
 * @param attempts how often something is tried, 1 or more
 * @param silence how long nothing may come
 */
public record Limits(int attempts, Duration silence) {
  /** The longest that a server may ask us to wait. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  /** How long to wait after a failed attempt, the first of which is 0: 1, 2, 4 ... 60 seconds. */
  static Duration backOff(int attempt) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempt, 10));
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
