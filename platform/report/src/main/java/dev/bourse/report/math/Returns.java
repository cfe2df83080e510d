package dev.bourse.report.math;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Returns of consecutive periods of the same length. A {@code NaN} stands for a period whose return
 * is not known: it counts as no change where returns are chained and is left out where they are
 * averaged.
 */
public final class Returns {
  private final double[] values;

  private Returns(double[] values) {
    this.values = values;
  }

  /** The returns of consecutive periods. */
  public static Returns of(double... values) {
    return new Returns(values.clone());
  }

  /** The returns of consecutive periods. */
  public static Returns of(List<Double> values) {
    return new Returns(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How many periods there are. */
  public int size() {
    return values.length;
  }

  /** The return of one period. */
  public double at(int period) {
    return values[period];
  }

  /** The known returns as a sample. */
  public Sample sample() {
    return Sample.of(values);
  }

  /** What is left of each return after that of the other; as long as the shorter one. */
  public Returns minus(Returns other) {
    double[] active = new double[Math.min(values.length, other.values.length)];
    for (int i = 0; i < active.length; i++) {
      active[i] = values[i] - other.values[i];
    }
    return new Returns(active);
  }

  /** The same less the same return in every period. */
  public Returns minus(double each) {
    return new Returns(Arrays.stream(values).map(value -> value - each).toArray());
  }

  /** All returns chained: the product of {@code 1 + r}, less one; 0 without periods. */
  public double total() {
    double product = 1;
    for (double value : values) {
      product *= Double.isNaN(value) ? 1 : 1 + value;
    }
    return product - 1;
  }

  /**
   * The return of one year that gives the same total: {@code (1 + total)^(year / n) - 1}. NaN
   * without periods, or when everything and more was lost.
   *
   * @param year how many periods a year has
   */
  public double annual(double year) {
    double end = 1 + total();
    return values.length == 0 || end < 0
        ? Double.NaN
        : StrictMath.pow(end, year / values.length) - 1;
  }

  /** The sample standard deviation, times the root of the periods of a year. */
  public double volatility(double year) {
    return sample().deviation() * Math.sqrt(year);
  }

  /**
   * The deepest fall of the chained returns below their highest value, as a share of it, 0 to 1.
   */
  public double maxDrawdown() {
    if (values.length == 0) {
      return Double.NaN;
    }
    double value = 1;
    double peak = 1;
    double deepest = 0;
    for (double each : values) {
      value *= Double.isNaN(each) ? 1 : 1 + each;
      peak = Math.max(peak, value);
      deepest = Math.max(deepest, (peak - value) / peak);
    }
    return deepest;
  }

  /** A figure of every window of so many periods, in order; empty with fewer periods. */
  public double[] rolling(int window, ToDoubleFunction<Returns> figure) {
    int count = Math.max(0, values.length - window + 1);
    double[] figures = new double[count];
    for (int i = 0; i < count; i++) {
      figures[i] = figure.applyAsDouble(new Returns(Arrays.copyOfRange(values, i, i + window)));
    }
    return figures;
  }
}
