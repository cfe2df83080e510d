package dev.bourse.report.math;

/**
 * Return against risk. The returns are those of equal periods; {@code year} is how many periods a
 * year has. What earns nothing without risk is taken off the returns before.
 */
public final class Ratios {
  private Ratios() {}

  /** Mean by sample standard deviation, times the root of the year; NaN with fewer than two. */
  public static double sharpe(Returns excess, double year) {
    return perRisk(excess) * Math.sqrt(year);
  }

  /** Mean by sample standard deviation of one period; NaN with fewer than two. */
  public static double perRisk(Returns excess) {
    Sample sample = excess.sample();
    return sample.mean() / sample.deviation();
  }

  /**
   * Mean by downside deviation over all periods, times the root of the year; NaN with fewer than
   * two, infinite without a loss.
   */
  public static double sortino(Returns excess, double year) {
    Sample sample = excess.sample();
    return sample.size() < 2 ? Double.NaN : sample.mean() / sample.downside() * Math.sqrt(year);
  }

  /** Annual return by the deepest fall; NaN without one. */
  public static double calmar(Returns returns, double year) {
    double fall = returns.maxDrawdown();
    return fall > 0 ? returns.annual(year) / fall : Double.NaN;
  }

  /** The sample standard deviation of the difference to a benchmark, times the root of the year. */
  public static double trackingError(Returns returns, Returns benchmark, double year) {
    return returns.minus(benchmark).volatility(year);
  }

  /** Covariance with a benchmark by its variance; NaN with fewer than two pairs or a still one. */
  public static double beta(Returns returns, Returns benchmark) {
    Pairs pairs = Pairs.of(returns, benchmark);
    double variance = pairs.benchmark().deviation();
    return pairs.size() < 2 || variance == 0
        ? Double.NaN
        : pairs.covariance() / (variance * variance);
  }

  /**
   * What was earned on top of beta times the benchmark: the difference of the mean returns, times
   * the year.
   */
  public static double alpha(Returns returns, Returns benchmark, double year) {
    Pairs pairs = Pairs.of(returns, benchmark);
    double beta = beta(returns, benchmark);
    return (pairs.returns().mean() - beta * pairs.benchmark().mean()) * year;
  }

  /** Mean return, times the year, by beta; NaN without beta or with one of zero. */
  public static double treynor(Returns excess, Returns benchmark, double year) {
    double beta = beta(excess, benchmark);
    return beta == 0 ? Double.NaN : excess.sample().mean() * year / beta;
  }
}
