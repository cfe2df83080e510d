package dev.bourse.venue.binance.protocol;

/**
 * A time in an answer, written in milliseconds or, if the client asked for that, in microseconds.
 *
 * @param nanos nanoseconds since 1970
 */
public record Stamp(long nanos) {
  private static final long PER_MILLI = 1_000_000;
  private static final long PER_MICRO = 1_000;

  long in(boolean micros) {
    return Math.floorDiv(nanos, micros ? PER_MICRO : PER_MILLI);
  }

  /** Nanoseconds of a parameter that is in milliseconds, or in microseconds if it is that large. */
  public static long nanosOf(long parameter) {
    boolean micros = parameter >= 100_000_000_000_000L;
    return Math.multiplyExact(parameter, micros ? PER_MICRO : PER_MILLI);
  }
}
