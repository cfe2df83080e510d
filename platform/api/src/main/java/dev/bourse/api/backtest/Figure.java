package dev.bourse.api.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A statistic of one run.
 *
 * @param name the name of the {@link Statistic}
 * @param value the number in the unit of the statistic, exact where it is money; null where it has
 *     none
 * @param text the same for people, with its unit; {@link #NONE} and the reason where it has no
 *     value
 * @param reason why it has no value, in a few words; empty if it has one
 */
public record Figure(String name, @Nullable BigDecimal value, String text, String reason) {
  /** What stands where a statistic has no value. */
  public static final String NONE = "-";

  /** Leaves out zeros at the end of the number. */
  public Figure {
    value = value == null ? null : plain(value);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A figure that has a value. */
  public static Figure of(String name, BigDecimal value, String text) {
    return new Figure(name, value, text, "");
  }

  /** A figure of several numbers, such as amounts of several currencies. */
  public static Figure words(String name, String text) {
    return new Figure(name, null, text, "");
  }

  /** A figure that has no value, and why. */
  public static Figure none(String name, String reason) {
    return new Figure(name, null, NONE + " (" + reason + ")", reason);
  }

  /** Whether a text of statistics stands for a figure without a value. */
  public static boolean isNone(String text) {
    return text.equals(NONE) || text.startsWith(NONE + " (");
  }
}
