package dev.bourse.itests.benchmarks;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Percentiles of nanoseconds as microseconds. */
final class Micros {
  private Micros() {}

  static double at(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1e3;
  }

  static String all(Histogram histogram) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f us, p99 %.1f us, %s",
        at(histogram, 50),
        at(histogram, 99),
        tail(histogram));
  }

  static String tail(Histogram histogram) {
    return String.format(
        Locale.ROOT, "p99.9 %.1f us, %d samples", at(histogram, 99.9), histogram.getTotalCount());
  }
}
