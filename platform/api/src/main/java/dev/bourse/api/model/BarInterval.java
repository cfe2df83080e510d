package dev.bourse.api.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How long a bar is and what it is made of: {@code 1m}, {@code 100t}, {@code 10v}, {@code 50000q},
 * {@code 1m@bid}. Two intervals are equal if they make the same bars.
 *
 * @param measure what the bar is measured by
 * @param step how much of it, in units of {@code 10^-decimals}, above zero; of time in nanoseconds
 * @param decimals the decimals of the step, 0 to 18, as few as it needs
 * @param price the prices that the bar is made of
 */
public record BarInterval(BarMeasure measure, long step, int decimals, BarPrice price)
    implements Comparable<BarInterval> {
  /** Checks that the step is above zero and that quotes, which trade nothing, measure no volume. */
  public BarInterval {
    if (step <= 0) {
      throw new IllegalArgumentException(
          measure == BarMeasure.TIME
              ? "bar length of " + step + " ns must be above zero"
              : "bar of " + BigDecimal.valueOf(step, decimals) + " must be above zero");
    }
    if (price != BarPrice.TRADE && (measure == BarMeasure.VOLUME || measure == BarMeasure.VALUE)) {
      throw new IllegalArgumentException(
          "bar of "
              + BigDecimal.valueOf(step, decimals)
              + price.suffix()
              + " cannot be measured by size or value: quotes trade nothing; use t or a time, or"
              + " leave "
              + price.suffix()
              + " out");
    }
  }

  /** A time bar of trades, of the given length in nanoseconds. */
  public BarInterval(long nanos) {
    this(BarMeasure.TIME, nanos, 0, BarPrice.TRADE);
  }

  /**
   * Reads a number and a unit: {@code s}, {@code m}, {@code h} or {@code d} of time ({@code 1M}
   * would be a month), {@code t} trades, {@code v} traded size, {@code q} traded value; then, for
   * bars of quotes, {@code @bid}, {@code @ask} or {@code @mid}.
   */
  public static BarInterval of(String text) {
    return BarIntervalText.read(text);
  }

  /** Reads the length of a time bar of trades, the only kind that recorded bars can have. */
  public static BarInterval ofTime(String text) {
    BarInterval read = of(text);
    if (!read.isTime() || read.price != BarPrice.TRADE) {
      throw new IllegalArgumentException(
          "bar \"" + text + "\" must be a time here, like 1m: recorded bars have a length in time");
    }
    return read;
  }

  /**
   * Reads several, separated by commas, in the order given; none for an empty text. One that is
   * given twice is refused.
   */
  public static List<BarInterval> all(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<BarInterval> all = Arrays.stream(text.split(",", -1)).map(BarInterval::of).toList();
    if (all.stream().distinct().count() < all.size()) {
      throw new IllegalArgumentException("bar \"" + text + "\" names one bar twice");
    }
    return all;
  }

  /**
   * The shortest time bar among several in nanoseconds, empty if none is of time: how often data
   * should come.
   */
  public static OptionalLong shortest(String text) {
    return all(text).stream().filter(BarInterval::isTime).mapToLong(BarInterval::nanos).min();
  }

  /** Whether it is measured by time. */
  public boolean isTime() {
    return measure == BarMeasure.TIME;
  }

  /** The length of a time bar; throws {@link IllegalStateException} for any other. */
  public long nanos() {
    if (!isTime()) {
      throw new IllegalStateException("a bar of " + this + " has no length in time");
    }
    return step;
  }

  /**
   * Throws {@link IllegalArgumentException} with a sentence if bars of this measure cannot be made
   * exactly with the decimals of an instrument.
   */
  public void requireFits(Instrument instrument) {
    int most =
        switch (measure) {
          case TIME, TICKS -> 0;
          case VOLUME -> instrument.quantityDecimals();
          case VALUE -> instrument.quantityDecimals() + instrument.priceDecimals();
        };
    if (decimals > most) {
      throw new IllegalArgumentException(
          "bar \""
              + this
              + "\" has "
              + decimals
              + " decimals, more than the "
              + most
              + " that trades of "
              + instrument.id()
              + " are measured with");
    }
  }

  /**
   * The close of the time bar that contains the given time; a time on a boundary belongs to the bar
   * that begins there.
   */
  public long closeAfter(long time) {
    return Math.addExact(Math.floorDiv(time, nanos()) * nanos(), nanos());
  }

  /** Time bars small to large, then those of ticks, volume and value. */
  @Override
  public int compareTo(BarInterval other) {
    int byMeasure = measure.compareTo(other.measure);
    if (byMeasure != 0) {
      return byMeasure;
    }
    int bySize =
        BigDecimal.valueOf(step, decimals)
            .compareTo(BigDecimal.valueOf(other.step, other.decimals));
    return bySize != 0 ? bySize : price.compareTo(other.price);
  }

  /** {@code 1m}, in the largest unit that fits. */
  @Override
  public String toString() {
    return switch (measure) {
      case TIME -> time() + price.suffix();
      case TICKS -> step + "t" + price.suffix();
      case VOLUME -> BigDecimal.valueOf(step, decimals).toPlainString() + "v";
      case VALUE -> BigDecimal.valueOf(step, decimals).toPlainString() + "q";
    };
  }

  private String time() {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(step);
    if (step % TimeUnit.SECONDS.toNanos(1) != 0) {
      return step + "ns";
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
