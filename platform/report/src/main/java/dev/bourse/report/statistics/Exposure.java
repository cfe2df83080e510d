package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.report.math.Sample;
import java.util.Comparator;
import java.util.List;

/** How much of the time some position was held. */
public final class Exposure {
  private Exposure() {}

  /** The share of the time from first to last in which at least one round trip was open. */
  public static double share(List<RoundTrip> trips, long first, long last) {
    if (last <= first) {
      return Double.NaN;
    }
    long held = 0;
    long until = first;
    for (RoundTrip trip :
        trips.stream().sorted(Comparator.comparingLong(RoundTrip::openedAt)).toList()) {
      long from = Math.max(trip.openedAt(), until);
      long to = Math.min(trip.closedAt(), last);
      if (to > from) {
        held += to - from;
        until = to;
      }
    }
    return held / (double) (last - first);
  }

  /**
   * The exposure at every point of a curve as a share of equity then; NaN where equity was not
   * above zero.
   */
  public static Sample shares(List<EquityPoint> points) {
    return Sample.of(
        points.stream()
            .mapToDouble(point -> point.equity().signum() <= 0 ? Double.NaN : share(point))
            .toArray());
  }

  private static double share(EquityPoint point) {
    return point.exposure().signum() == 0
        ? 0
        : point.exposure().toDouble() / point.equity().toDouble();
  }
}
