package dev.bourse.core.risk;

/**
 * How many things may be sent in any window of time.
 *
 * @param most how many, 0 for no limit
 * @param window the length of the window in nanoseconds
 * @param burst how many more than that a short burst may have; what it was ahead is held back
 *     afterwards, so that never more than {@code 10 * most} are sent in ten windows
 */
public record RateLimit(int most, long window, int burst) {
  /** No limit. */
  public static final RateLimit NONE = new RateLimit(0, 1);

  /** In how many windows the average must hold. */
  static final int LONG = 10;

  /** Checks the ranges. */
  public RateLimit {
    if (most < 0 || most > 10_000 || window <= 0) {
      throw new IllegalArgumentException(
          "a rate of " + most + " in " + window + " ns must be 0 to 10,000 in a time above zero");
    }
    if (burst < 0 || burst > most) {
      throw new IllegalArgumentException(
          "a burst of " + burst + " above a rate of " + most + " must be 0 to that rate");
    }
  }

  /** A limit that no burst passes. */
  public RateLimit(int most, long window) {
    this(most, window, 0);
  }

  /** How many may be sent in one window, a burst included. */
  int atOnce() {
    return most + burst;
  }

  /** How many of the newest have to be known. */
  int known() {
    return burst == 0 ? most : LONG * most;
  }
}
