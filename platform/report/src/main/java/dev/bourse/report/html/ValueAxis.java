package dev.bourse.report.html;

import dev.bourse.report.text.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round values along a scale. */
final class ValueAxis {
  private static final int MOST = 5;

  private ValueAxis() {}

  /** One round value. */
  record Tick(double value, String label) {}

  /** At most five values in steps of 1, 2 or 5 times a power of ten. */
  static List<Tick> ticks(Scale scale, String unit) {
    BigDecimal step = step(scale.high() - scale.low());
    List<Tick> ticks = new ArrayList<>();
    BigDecimal value =
        BigDecimal.valueOf(scale.low()).divide(step, 0, RoundingMode.CEILING).multiply(step);
    while (value.doubleValue() <= scale.high()) {
      ticks.add(new Tick(value.doubleValue(), label(value, step) + unit));
      value = value.add(step);
    }
    return ticks;
  }

  private static String label(BigDecimal value, BigDecimal step) {
    return Figures.amount(value, Math.max(0, step.stripTrailingZeros().scale()));
  }

  private static BigDecimal step(double range) {
    BigDecimal least = BigDecimal.valueOf(range / MOST);
    int exponent = least.precision() - least.scale() - 1;
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponent);
    for (int factor : new int[] {1, 2, 5}) {
      BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
      if (step.compareTo(least) >= 0) {
        return step;
      }
    }
    return power.multiply(BigDecimal.TEN);
  }
}
