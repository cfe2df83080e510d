package dev.bourse.api.trace;

/**
 * Which turns are wanted; ranges are half-open.
 *
 * @param fromSequence first sequence, inclusive
 * @param fromTime first time in nanoseconds, inclusive
 * @param toTime last time in nanoseconds, exclusive
 * @param key an order id, an instrument or the key of what was kept of one, or empty for all
 * @param market whether market data without consequence is wanted too
 */
public record TraceQuery(
    long fromSequence, long fromTime, long toTime, String key, boolean market) {
  /** Everything but market data without consequence. */
  public static final TraceQuery ALL = new TraceQuery(0, Long.MIN_VALUE, Long.MAX_VALUE, "", false);

  /** The same from a later sequence on. */
  public TraceQuery from(long sequence) {
    return new TraceQuery(sequence, fromTime, toTime, key, market);
  }
}
