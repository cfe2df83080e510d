package dev.bourse.api.data;

/**
 * A part of a data set.
 *
 * @param name the set
 * @param from first time wanted, nanoseconds, inclusive
 * @param to first time not wanted, nanoseconds, exclusive
 */
public record DataRange(String name, long from, long to) {
  /** Checks that the range is not reversed. */
  public DataRange {
    if (from > to) {
      throw new IllegalArgumentException("data range of " + name + " ends before it begins");
    }
  }

  /** The whole set. */
  public static DataRange all(String name) {
    return new DataRange(name, Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
