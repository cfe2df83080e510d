package dev.bourse.exchange.binance.rest;

/** The venue's times. Pure function. */
public final class VenueTime {
  private static final long MICRO = 1_000L;
  private static final long MILLI = 1_000_000L;

  /** Times above it are in microseconds: as milliseconds it is the year 5138. */
  private static final long LAST_MILLI = 100_000_000_000_000L;

  private VenueTime() {}

  /**
   * A time as nanoseconds. We ask for microseconds; what does not know them answers in
   * milliseconds. Throws {@link IllegalArgumentException} for one beyond the year 2262.
   */
  public static long nanos(long time) {
    try {
      return Math.multiplyExact(time, time > LAST_MILLI ? MICRO : MILLI);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("time=" + time + " is no time of the venue", e);
    }
  }

  /** A time as milliseconds, read by the same rule. */
  public static long inMillis(long time) {
    return time > LAST_MILLI ? time / MICRO : time;
  }

  /** Nanoseconds as the milliseconds that requests have. */
  public static long millis(long nanos) {
    return Math.floorDiv(nanos, MILLI);
  }
}
