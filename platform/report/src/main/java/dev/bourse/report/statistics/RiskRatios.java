package dev.bourse.report.statistics;

import java.util.List;

/**
 * Return against risk, from daily returns, for a year of 365 days because coins trade on all of
 * them, with a risk-free rate of zero.
 *
 * @param days how many daily returns there were
 * @param sharpe the mean by the sample standard deviation ({@code n - 1}), times the root of 365;
 *     not a number with fewer than two days or without any deviation
 * @param sortino the mean by the downside deviation (the root of the mean of the squares of all
 *     negative returns over {@code n} days), times the root of 365; not a number with fewer than
 *     two days, infinite without a losing day
 */
public record RiskRatios(int days, double sharpe, double sortino) {
  private static final double YEAR = Math.sqrt(365);

  /** The ratios of the given daily returns. */
  public static RiskRatios of(List<Double> returns) {
    int days = returns.size();
    if (days < 2) {
      return new RiskRatios(days, Double.NaN, Double.NaN);
    }
    double mean = returns.stream().mapToDouble(Double::doubleValue).sum() / days;
    double squares = 0;
    double downside = 0;
    for (double each : returns) {
      squares += (each - mean) * (each - mean);
      downside += Math.min(each, 0) * Math.min(each, 0);
    }
    double deviation = Math.sqrt(squares / (days - 1));
    double sharpe = deviation == 0 ? Double.NaN : mean / deviation * YEAR;
    return new RiskRatios(days, sharpe, sortino(mean, Math.sqrt(downside / days)));
  }

  private static double sortino(double mean, double downside) {
    if (downside == 0) {
      return mean > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return mean / downside * YEAR;
  }
}
