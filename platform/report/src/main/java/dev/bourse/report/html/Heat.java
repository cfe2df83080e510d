package dev.bourse.report.html;

import java.util.Arrays;

/** How strongly the cells of a table are coloured: by their share of the largest one. */
final class Heat {
  private static final int STEPS = 5;

  private final double largest;

  Heat(double... values) {
    this.largest = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }

  /** {@code gain heat4}: the style of a cell; the sign of its number says the same. */
  String style(double value) {
    if (value == 0 || !Double.isFinite(value) || largest == 0) {
      return "even";
    }
    int step = (int) Math.ceil(Math.abs(value) / largest * STEPS);
    return (value > 0 ? "up" : "down") + " heat" + Math.max(1, Math.min(STEPS, step));
  }
}
