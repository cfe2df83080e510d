package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The benchmark of a run: the same amount of every instrument bought at its first price and held,
 * without fees and without rebalancing. Before its first price the part of an instrument is cash.
 */
public final class BuyAndHold {
  private final Map<InstrumentId, Double> first = new TreeMap<>();
  private final Map<Long, Map<InstrumentId, Double>> days = new TreeMap<>();

  private BuyAndHold(List<DayPrices> all) {
    for (DayPrices each : all) {
      if (each.first().toDouble() > 0 || first.containsKey(each.instrument())) {
        first.putIfAbsent(each.instrument(), each.first().toDouble());
        days.computeIfAbsent(each.day(), absent -> new LinkedHashMap<>())
            .put(each.instrument(), each.last().toDouble());
      }
    }
  }

  /** The benchmark of a run; of its bars where the prices of days were not kept. */
  public static BuyAndHold of(BacktestResult result) {
    return new BuyAndHold(result.days().isEmpty() ? days(result.bars()) : result.days());
  }

  private static List<DayPrices> days(List<Bar> bars) {
    List<DayPrices> days = new ArrayList<>();
    for (Bar bar : bars) {
      InstrumentId id = bar.instrument().id();
      long day = PeriodReturns.day(bar.eventTime() - 1);
      days.add(new DayPrices(id, day, bar.open(), bar.close()));
    }
    return days;
  }

  /** Whether there is a price to compare with. */
  public boolean isKnown() {
    return !first.isEmpty();
  }

  /** What it returned from the first price to the last; NaN without prices. */
  public double share() {
    Map<InstrumentId, Double> last = new TreeMap<>();
    days.values().forEach(last::putAll);
    return value(last) - 1;
  }

  /** The return of one instrument from its first price to its last; NaN without prices. */
  public double share(InstrumentId id) {
    double last = Double.NaN;
    for (Map<InstrumentId, Double> day : days.values()) {
      last = day.getOrDefault(id, last);
    }
    return last / first.getOrDefault(id, Double.NaN) - 1;
  }

  /** One return per day from the first to the last, days since 1970. */
  public List<Double> daily(long firstDay, long lastDay) {
    List<Double> returns = new ArrayList<>();
    Map<InstrumentId, Double> last = new TreeMap<>();
    days.forEach((day, prices) -> fill(last, day < firstDay, prices));
    double before = value(last);
    for (long day = firstDay; day <= lastDay; day++) {
      last.putAll(days.getOrDefault(day, Map.of()));
      double now = value(last);
      returns.add(now / before - 1);
      before = now;
    }
    return returns;
  }

  private static void fill(
      Map<InstrumentId, Double> last, boolean before, Map<InstrumentId, Double> prices) {
    if (before) {
      last.putAll(prices);
    }
  }

  /** What one unit of money became at the given prices. */
  private double value(Map<InstrumentId, Double> last) {
    return first.entrySet().stream()
        .mapToDouble(each -> last.getOrDefault(each.getKey(), each.getValue()) / each.getValue())
        .average()
        .orElse(Double.NaN);
  }
}
