package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Figure;
import dev.bourse.report.text.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The value of a statistic for one run.
 *
 * @param value the number; null where there is none, or where there are several
 * @param text the same for people
 * @param reason why there is none; empty if there is one
 */
record Reading(@Nullable BigDecimal value, String text, String reason) {
  /** Digits beyond these are errors of rounding. */
  private static final MathContext DIGITS = new MathContext(12);

  static Reading none(String reason) {
    return new Reading(null, "", reason);
  }

  static Reading words(String text) {
    return new Reading(null, text, "");
  }

  static Reading of(BigDecimal value, String text) {
    return new Reading(value, text, "");
  }

  static Reading count(long count) {
    return new Reading(BigDecimal.valueOf(count), Long.toString(count), "");
  }

  static Reading duration(long nanos) {
    BigDecimal seconds = BigDecimal.valueOf(nanos).movePointLeft(9);
    return new Reading(
        nanos % TimeUnit.SECONDS.toNanos(1) == 0 ? seconds.setScale(0) : seconds,
        Figures.duration(nanos),
        "");
  }

  /** A share of one, or why it has no value. */
  static Reading share(double share, String reason) {
    return Double.isFinite(share)
        ? new Reading(number(share), Figures.percent(share), "")
        : none(reason);
  }

  /** A plain ratio, or why it has no value. */
  static Reading ratio(double ratio, String reason) {
    return Double.isFinite(ratio)
        ? new Reading(number(ratio), Figures.ratio(ratio), "")
        : none(reason);
  }

  /** The same number with other words. */
  Reading saying(String words) {
    return reason.isEmpty() ? new Reading(value, words, "") : this;
  }

  /** The same with something behind it, if it has a value. */
  Reading with(String rest) {
    return saying(text + rest);
  }

  static BigDecimal number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  Figure named(String name) {
    return reason.isEmpty() ? new Figure(name, value, text, "") : Figure.none(name, reason);
  }
}
