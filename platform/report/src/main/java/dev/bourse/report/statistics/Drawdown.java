package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Money;
import java.util.List;

/**
 * The deepest fall of equity from a peak, measured as a share of that peak.
 *
 * @param amount how far it fell, zero or more
 * @param share the same as a share of the peak; 0 where there was none
 * @param peakAt time of that peak, nanoseconds
 * @param troughAt time of the deepest point, nanoseconds
 * @param longest the longest time below a former peak, nanoseconds
 */
public record Drawdown(Money amount, double share, long peakAt, long troughAt, long longest) {
  /** The deepest fall of a curve with at least one point. */
  public static Drawdown of(List<EquityPoint> points) {
    EquityPoint peak = points.get(0);
    Drawdown deepest =
        new Drawdown(peak.equity().currency().zero(), 0, peak.time(), peak.time(), 0);
    long longest = 0;
    for (EquityPoint point : points) {
      if (point.equity().compareTo(peak.equity()) >= 0) {
        peak = point;
      } else {
        longest = Math.max(longest, point.time() - peak.time());
        double share = share(peak.equity(), point.equity());
        if (share > deepest.share) {
          Money amount = peak.equity().minus(point.equity());
          deepest = new Drawdown(amount, share, peak.time(), point.time(), 0);
        }
      }
    }
    return new Drawdown(deepest.amount, deepest.share, deepest.peakAt, deepest.troughAt, longest);
  }

  /** How far {@code equity} is below {@code peak} as a share of it, 0 for a peak without value. */
  public static double share(Money peak, Money equity) {
    return peak.signum() <= 0 ? 0 : peak.minus(equity).toDouble() / peak.toDouble();
  }
}
