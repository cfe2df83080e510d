package dev.bourse.api.persistence;

/**
 * Which entries are wanted. All conditions must hold; ranges are half-open.
 *
 * @param fromSequence first sequence, inclusive
 * @param toSequence last sequence, exclusive
 * @param fromTime first time in nanoseconds, inclusive
 * @param toTime last time in nanoseconds, exclusive
 * @param key an order id or instrument, or empty for all
 */
public record ArchiveQuery(
    long fromSequence, long toSequence, long fromTime, long toTime, String key) {
  /** Everything. */
  public static final ArchiveQuery ALL =
      new ArchiveQuery(0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, "");

  /** Everything from a sequence on. */
  public static ArchiveQuery from(long sequence) {
    return new ArchiveQuery(sequence, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, "");
  }

  /** Everything about one order or instrument. */
  public static ArchiveQuery about(String key) {
    return new ArchiveQuery(0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, key);
  }

  /** Whether an entry matches. */
  public boolean matches(JournalEntry entry) {
    return entry.sequence() >= fromSequence
        && entry.sequence() < toSequence
        && entry.time() >= fromTime
        && entry.time() < toTime
        && (key.isEmpty() || entry.keys().contains(key));
  }
}
