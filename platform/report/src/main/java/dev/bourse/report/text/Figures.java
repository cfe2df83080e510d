package dev.bourse.report.text;

import dev.bourse.api.backtest.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Numbers as people read them; the same text on every machine. */
public final class Figures {
  /** What stands where a figure has no value. */
  public static final String NONE = Figure.NONE;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /**
   * The decimals that give amounts of this size the given number of digits: two at least, as many
   * as there are at most.
   */
  public static int decimals(BigDecimal largest, int digits, int most) {
    int before = largest.signum() == 0 ? 1 : largest.precision() - largest.scale();
    return Math.min(most, Math.max(2, digits - before));
  }

  /** An amount rounded half even to the given decimals; a rounded zero has no sign. */
  public static String amount(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0
        ? BigDecimal.ZERO.setScale(decimals).toPlainString()
        : rounded.toPlainString();
  }

  /** A plain number without zeros at its end. */
  public static String trimmed(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** {@code 12.34 %} of a share, or {@link #NONE}. */
  public static String percent(double share) {
    return Double.isFinite(share) ? fixed(share * 100, 2) + " %" : NONE;
  }

  /** {@code 1.25}, or {@link #NONE}. */
  public static String ratio(double value) {
    return Double.isFinite(value) ? fixed(value, 2) : NONE;
  }

  /** A number with exactly the given decimals. */
  public static String fixed(double value, int decimals) {
    return amount(BigDecimal.valueOf(value), decimals);
  }

  /** {@code 2013-11-25T00:01:02Z}. */
  public static String time(long nanos) {
    return TIME.format(Instant.ofEpochSecond(Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1))));
  }

  /** {@code 2013-11-25 00:01}. */
  public static String minute(long nanos) {
    return time(nanos).substring(0, 16).replace('T', ' ');
  }

  /** {@code 6 d 15 h}: the two largest units. */
  public static String duration(long nanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    if (seconds >= 86_400) {
      return seconds / 86_400 + " d " + seconds % 86_400 / 3_600 + " h";
    } else if (seconds >= 3_600) {
      return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " m";
    }
    return seconds >= 60 ? seconds / 60 + " m " + seconds % 60 + " s" : seconds + " s";
  }
}
