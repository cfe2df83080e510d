package dev.bourse.itests.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param what what was measured
 * @param must what the design demands, empty where it demands nothing
 * @param measured what came out, and what else there is to say
 * @param ratio measured divided by demanded, empty where nothing is demanded
 * @param verdict {@code met}, {@code MISSED}, or empty
 */
record Row(String what, String must, String measured, String ratio, String verdict) {
  /** More is better. */
  static Row atLeast(String what, double must, double value, String unit, String remark) {
    return of(what, ">= ", must, value, unit, remark, value >= must);
  }

  /** Less is better. */
  static Row atMost(String what, double must, double value, String unit, String remark) {
    return of(what, "<= ", must, value, unit, remark, value <= must);
  }

  /** Nothing is demanded: measured in the same run to judge another line by. */
  static Row shown(String what, String measured) {
    return new Row(what, "", measured, "", "");
  }

  private static Row of(
      String what,
      String sign,
      double must,
      double value,
      String unit,
      String remark,
      boolean met) {
    return new Row(
        what,
        sign + number(must) + " " + unit,
        number(value) + " " + unit + (remark.isEmpty() ? "" : "; " + remark),
        String.format(Locale.ROOT, "%.2f", value / must),
        met ? "met" : "MISSED");
  }

  private static String number(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    String text = String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /** As a line of a Markdown table. */
  String line() {
    return "| " + String.join(" | ", what, must, measured, ratio, verdict) + " |";
  }
}
