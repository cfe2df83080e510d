package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fall of equity below a peak until that peak is reached again.
 *
 * @param peakAt time of the peak, of several equal ones the last, nanoseconds
 * @param troughAt time of the deepest point, the first of several
 * @param endAt time at which the peak was reached again, or the last time of the run
 * @param recovered whether the peak was reached again
 * @param amount how far it fell
 * @param share the same as a share of the peak; 0 for a peak without value
 */
public record Fall(
    long peakAt, long troughAt, long endAt, boolean recovered, Money amount, double share) {

  /** All falls of a curve in the order of their peaks. */
  public static List<Fall> of(List<EquityPoint> points) {
    List<Fall> falls = new ArrayList<>();
    int peak = 0;
    int trough = 0;
    for (int i = 1; i < points.size(); i++) {
      if (equity(points, i).compareTo(equity(points, peak)) >= 0) {
        if (trough > peak) {
          falls.add(between(points, peak, trough, i, true));
        }
        peak = i;
        trough = i;
      } else if (trough == peak || equity(points, i).compareTo(equity(points, trough)) < 0) {
        trough = i;
      }
    }
    if (trough > peak) {
      falls.add(between(points, peak, trough, points.size() - 1, false));
    }
    return falls;
  }

  /** The deepest ones by share, at most so many, the deepest first. */
  public static List<Fall> deepest(List<Fall> falls, int most) {
    return falls.stream()
        .sorted(Comparator.comparingDouble(Fall::share).reversed())
        .limit(most)
        .toList();
  }

  /** The deepest one by share; empty where equity never fell. */
  public static Optional<Fall> deepest(List<Fall> falls) {
    return deepest(falls, 1).stream().findFirst();
  }

  /** How far {@code equity} is below {@code peak} as a share of it, 0 for a peak without value. */
  public static double depth(Money peak, Money equity) {
    return peak.signum() <= 0 ? 0 : peak.minus(equity).toDouble() / peak.toDouble();
  }

  /** From the peak until it was reached again, or to the end of the run, nanoseconds. */
  public long length() {
    return endAt - peakAt;
  }

  /** From the deepest point until the peak was reached again, nanoseconds; empty if it was not. */
  public Optional<Long> recovery() {
    return recovered ? Optional.of(endAt - troughAt) : Optional.empty();
  }

  private static Money equity(List<EquityPoint> points, int i) {
    return points.get(i).equity();
  }

  private static Fall between(
      List<EquityPoint> points, int peak, int trough, int end, boolean recovered) {
    Money top = equity(points, peak);
    Money bottom = equity(points, trough);
    return new Fall(
        points.get(peak).time(),
        points.get(trough).time(),
        points.get(end).time(),
        recovered,
        top.minus(bottom),
        depth(top, bottom));
  }
}
