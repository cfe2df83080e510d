package dev.bourse.api.backtest;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a run. Holds no wall-clock time, so that equal runs are equal.
 *
 * @param id hash of spec, data and versions: equal runs have equal ids
 * @param spec what was run
 * @param assumptions how fills, fees, slippage and latency were simulated, name to value, in the
 *     order of the report
 * @param dataHash SHA-256 of the data
 * @param dataCounts what the data source met
 * @param firstTime time of the first event, nanoseconds
 * @param lastTime time of the last event, nanoseconds
 * @param orders all orders, in order
 * @param fills all fills, in order
 * @param equity equity at each bar close or fill, in time order, one currency
 * @param bars the bars for the price chart, thinned to a bounded number
 * @param statistics name to value as text, in the order of the report
 * @param notes sentences: denials by code, warnings
 * @param figures the statistics as numbers, in the order of the report
 * @param days the prices of every day, in time order; empty if they were not kept
 * @param ranges for each fill, in order, the prices of its instrument since the fill before it;
 *     then, for each instrument with fills, those since its last fill; empty if they were not kept
 * @param conversions by fill id, what fees in a third currency were worth in the currency of
 *     settlement when they were charged; a fee that no known price converted is not in it
 */
public record BacktestResult(
    String id,
    BacktestSpec spec,
    Map<String, String> assumptions,
    String dataHash,
    DataCounts dataCounts,
    long firstTime,
    long lastTime,
    List<Order> orders,
    List<Fill> fills,
    List<EquityPoint> equity,
    List<Bar> bars,
    Map<String, String> statistics,
    List<String> notes,
    List<Figure> figures,
    List<DayPrices> days,
    List<PriceRange> ranges,
    Map<String, Conversion> conversions) {
  /** Keeps copies; the maps keep their order. */
  public BacktestResult {
    assumptions = Collections.unmodifiableMap(new LinkedHashMap<>(assumptions));
    orders = List.copyOf(orders);
    fills = List.copyOf(fills);
    equity = List.copyOf(equity);
    bars = List.copyOf(bars);
    statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
    notes = List.copyOf(notes);
    figures = List.copyOf(figures);
    days = List.copyOf(days);
    ranges = List.copyOf(ranges);
    conversions = Collections.unmodifiableMap(new LinkedHashMap<>(conversions));
  }

  /** A result without figures, days, ranges and conversions. */
  public BacktestResult(
      String id,
      BacktestSpec spec,
      Map<String, String> assumptions,
      String dataHash,
      DataCounts dataCounts,
      long firstTime,
      long lastTime,
      List<Order> orders,
      List<Fill> fills,
      List<EquityPoint> equity,
      List<Bar> bars,
      Map<String, String> statistics,
      List<String> notes) {
    this(
        id,
        spec,
        assumptions,
        dataHash,
        dataCounts,
        firstTime,
        lastTime,
        orders,
        fills,
        equity,
        bars,
        statistics,
        notes,
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /**
   * Equity at one time.
   *
   * @param time nanoseconds
   * @param equity traded assets in quote currency
   * @param exposure what the held positions are worth, long and short ones added, same currency
   */
  public record EquityPoint(long time, Money equity, Money exposure) {
    /** A point at which nothing is held. */
    public EquityPoint(long time, Money equity) {
      this(time, equity, equity.currency().zero());
    }
  }
}
