package dev.bourse.data.csv;

/** The unit of a time column; the decimals are those that a nanosecond has in it. */
enum TimeUnits {
  S(9),
  MS(6),
  US(3),
  NS(0),
  /** Whole milliseconds or whole microseconds, row by row told apart by their size. */
  MS_OR_US(0),
  /** Days and times as people write them; see {@link WrittenTime}. */
  ISO(0);

  /** From here on a number is microseconds (1973); as milliseconds it would lie after 5138. */
  private static final long MICROS = 100_000_000_000_000L;

  private final int decimals;

  TimeUnits(int decimals) {
    this.decimals = decimals;
  }

  int decimals() {
    return decimals;
  }

  /** Nanoseconds of a number that was read with {@link #decimals}. */
  long nanos(long number) {
    if (this != MS_OR_US) {
      return number;
    }
    return Math.multiplyExact(number, number < MICROS ? 1_000_000L : 1_000L);
  }
}
