package dev.bourse.core.risk;

/**
 * How many things may be sent in any window of time.
 *
 * @param most how many, 0 for no limit
 * @param window the length of the window in nanoseconds
 */
public record RateLimit(int most, long window) {
  /** No limit. */
  public static final RateLimit NONE = new RateLimit(0, 1);

  /** Checks the ranges. */
  public RateLimit {
    if (most < 0 || most > 10_000 || window <= 0) {
      throw new IllegalArgumentException(
          "a rate of " + most + " in " + window + " ns must be 0 to 10,000 in a time above zero");
    }
  }
}
