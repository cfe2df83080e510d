package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Returns of equity per period in UTC: the last equity of one period against that before. A point
 * at midnight belongs to the day that it ends; the first point of a run is what the first period is
 * measured against.
 */
public final class PeriodReturns {
  private PeriodReturns() {}

  /** One return per day from the first to the last, a day without a point counting as no change. */
  public static List<Double> daily(List<EquityPoint> points) {
    List<Double> returns = new ArrayList<>();
    long previousDay = Long.MIN_VALUE;
    for (Map.Entry<Long, Double> entry : by(points, PeriodReturns::day).entrySet()) {
      long day = entry.getKey();
      for (long empty = previousDay + 1; previousDay != Long.MIN_VALUE && empty < day; empty++) {
        returns.add(0.0);
      }
      returns.add(entry.getValue());
      previousDay = day;
    }
    return returns;
  }

  /** One return per month that has a point. */
  public static Map<YearMonth, Double> monthly(List<EquityPoint> points) {
    return by(points, time -> YearMonth.from(date(time)));
  }

  /** One return per year that has a point. */
  public static Map<Year, Double> yearly(List<EquityPoint> points) {
    return by(points, time -> Year.from(date(time)));
  }

  /** The day of a time, days since 1970 in UTC. */
  public static long day(long time) {
    return Math.floorDiv(time, TimeUnit.DAYS.toNanos(1));
  }

  /** The day that a point belongs to, days since 1970 in UTC. */
  public static long dayOf(List<EquityPoint> points, int index) {
    return day(points.get(index).time() - (index == 0 ? 0 : 1));
  }

  private static <K extends Comparable<K>> Map<K, Double> by(
      List<EquityPoint> points, LongFunction<K> period) {
    Map<K, Double> last = new TreeMap<>();
    for (int i = 0; i < points.size(); i++) {
      boolean endsDay = i + 1 == points.size() || dayOf(points, i + 1) != dayOf(points, i);
      if (endsDay) {
        long time = points.get(i).time() - (i == 0 ? 0 : 1);
        last.put(period.apply(time), points.get(i).equity().toDouble());
      }
    }
    Map<K, Double> returns = new TreeMap<>();
    double before = points.isEmpty() ? 0 : points.get(0).equity().toDouble();
    for (Map.Entry<K, Double> entry : last.entrySet()) {
      returns.put(entry.getKey(), before > 0 ? entry.getValue() / before - 1 : Double.NaN);
      before = entry.getValue();
    }
    return returns;
  }

  private static LocalDate date(long time) {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond(Math.floorDiv(time, TimeUnit.SECONDS.toNanos(1))), ZoneOffset.UTC);
  }
}
