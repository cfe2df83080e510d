package dev.bourse.api.model;

import java.util.concurrent.TimeUnit;

/**
 * The length of a time bar. Bars are aligned to multiples of their length since 1970-01-01T00:00Z.
 *
 * @param nanos the length, above zero
 */
public record BarInterval(long nanos) implements Comparable<BarInterval> {
  /** Checks that the length is above zero. */
  public BarInterval {
    if (nanos <= 0) {
      throw new IllegalArgumentException("bar length of " + nanos + " ns must be above zero");
    }
  }

  /** Reads {@code 30s}, {@code 1m}, {@code 4h}, {@code 1d}; {@code 1M} would be a month. */
  public static BarInterval of(String text) {
    String word = text.strip();
    int last = word.length() - 1;
    try {
      long count = Long.parseLong(word.substring(0, Math.max(0, last)));
      return new BarInterval(
          Math.multiplyExact(
              count,
              switch (word.charAt(last)) {
                case 's' -> TimeUnit.SECONDS.toNanos(1);
                case 'm' -> TimeUnit.MINUTES.toNanos(1);
                case 'h' -> TimeUnit.HOURS.toNanos(1);
                case 'd' -> TimeUnit.DAYS.toNanos(1);
                default -> throw new NumberFormatException(word);
              }));
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "bar \"" + text + "\" must be a number and s, m, h or d, like 1m", e);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("bar \"" + text + "\" is longer than 292 years", e);
    }
  }

  /**
   * The close of the bar that contains the given time; a time on a boundary belongs to the bar that
   * begins there.
   */
  public long closeAfter(long time) {
    return Math.addExact(Math.floorDiv(time, nanos) * nanos, nanos);
  }

  @Override
  public int compareTo(BarInterval other) {
    return Long.compare(nanos, other.nanos);
  }

  /** {@code 1m}, in the largest unit that fits. */
  @Override
  public String toString() {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    if (nanos % TimeUnit.SECONDS.toNanos(1) != 0) {
      return nanos + "ns";
    }
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
