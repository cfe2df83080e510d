package dev.bourse.report.math;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Numbers in their order and what describes them. {@code NaN} counts as no number. */
public final class Sample {
  /** Deviations below this share of the largest number are errors of rounding. */
  private static final double NOISE = 1e-14;

  private final double[] values;

  private Sample(double[] values) {
    this.values = values;
  }

  /** A sample of the numbers among the values. */
  public static Sample of(double... values) {
    double[] numbers = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        numbers[count++] = value;
      }
    }
    return new Sample(count == numbers.length ? numbers : Arrays.copyOf(numbers, count));
  }

  /** A sample of the numbers among the values. */
  public static Sample of(List<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How many numbers there are. */
  public int size() {
    return values.length;
  }

  /** Those that pass. */
  public Sample where(DoublePredicate condition) {
    return new Sample(Arrays.stream(values).filter(condition).toArray());
  }

  /** The sum; 0 without numbers. */
  public double sum() {
    Sum sum = new Sum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }

  /** The mean; NaN without numbers. */
  public double mean() {
    return values.length == 0 ? Double.NaN : sum() / values.length;
  }

  /** The middle of the sorted numbers, of two middles their mean; NaN without numbers. */
  public double median() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1
        ? sorted[half]
        : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
  }

  /** The least number; NaN without numbers. */
  public double least() {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  /** The largest number; NaN without numbers. */
  public double largest() {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  /**
   * The standard deviation of a sample, divisor {@code n - 1}; NaN with fewer than two numbers,
   * exactly 0 where all are the same but for rounding.
   */
  public double deviation() {
    return values.length < 2 ? Double.NaN : Math.sqrt(moment(2) / (values.length - 1));
  }

  /**
   * The skewness of a sample, adjusted (G1): {@code n / ((n - 1)(n - 2))} times the sum of the
   * cubed standardised deviations. NaN with fewer than three numbers or without deviation.
   */
  public double skewness() {
    double n = values.length;
    double deviation = deviation();
    return n < 3 || deviation == 0
        ? Double.NaN
        : n / ((n - 1) * (n - 2)) * (moment(3) / (deviation * deviation * deviation));
  }

  /**
   * The excess kurtosis of a sample, adjusted (G2); 0 for a normal distribution. NaN with fewer
   * than four numbers or without deviation.
   */
  public double kurtosis() {
    double n = values.length;
    double deviation = deviation();
    if (n < 4 || deviation == 0) {
      return Double.NaN;
    }
    double square = deviation * deviation;
    double fourth = moment(4) / (square * square);
    double weight = n * (n + 1) / ((n - 1) * (n - 2) * (n - 3));
    return weight * fourth - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
  }

  /** The root of the mean square of what is below zero, over all numbers; NaN without numbers. */
  public double downside() {
    Sum squares = new Sum();
    for (double value : values) {
      double below = Math.min(value, 0);
      squares.add(below * below);
    }
    return values.length == 0 ? Double.NaN : Math.sqrt(squares.value() / values.length);
  }

  /** The sum of a function of every number. */
  double sumOf(DoubleUnaryOperator function) {
    Sum sum = new Sum();
    for (double value : values) {
      sum.add(function.applyAsDouble(value));
    }
    return sum.value();
  }

  /** The sum of the deviations from the mean, each to the given power. */
  private double moment(int power) {
    double mean = mean();
    double noise = NOISE * Math.max(Math.abs(least()), Math.abs(largest()));
    return sumOf(
        value -> {
          double from = Math.abs(value - mean) <= noise ? 0 : value - mean;
          double product = from;
          for (int i = 1; i < power; i++) {
            product *= from;
          }
          return product;
        });
  }
}
