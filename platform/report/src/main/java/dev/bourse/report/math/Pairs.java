package dev.bourse.report.math;

import java.util.Arrays;

/** The periods in which both a return and that of a benchmark are known. */
final class Pairs {
  private final double[] first;
  private final double[] second;

  private Pairs(double[] first, double[] second) {
    this.first = first;
    this.second = second;
  }

  static Pairs of(Returns returns, Returns benchmark) {
    int size = Math.min(returns.size(), benchmark.size());
    double[] first = new double[size];
    double[] second = new double[size];
    int known = 0;
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(returns.at(i)) && !Double.isNaN(benchmark.at(i))) {
        first[known] = returns.at(i);
        second[known++] = benchmark.at(i);
      }
    }
    return new Pairs(Arrays.copyOf(first, known), Arrays.copyOf(second, known));
  }

  int size() {
    return first.length;
  }

  Sample returns() {
    return Sample.of(first);
  }

  Sample benchmark() {
    return Sample.of(second);
  }

  /** The sample covariance, divisor {@code n - 1}. */
  double covariance() {
    double mean = returns().mean();
    double other = benchmark().mean();
    Sum sum = new Sum();
    for (int i = 0; i < first.length; i++) {
      sum.add((first[i] - mean) * (second[i] - other));
    }
    return sum.value() / (first.length - 1);
  }
}
