package dev.bourse.api.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Several kept results next to each other; the first one is what the others are compared with.
 *
 * @param runs the results, in the order in which they were asked for
 * @param settings what was not the same when they ran: specification, assumptions, data
 * @param statistics every statistic that one of them has, in the order of the first
 * @param firstOrders for each result but the first, a sentence about the first order that differs
 */
public record BacktestComparison(
    List<BacktestSummary> runs,
    List<Setting> settings,
    List<Row> statistics,
    List<String> firstOrders) {
  /** Keeps copies. */
  public BacktestComparison {
    runs = List.copyOf(runs);
    settings = List.copyOf(settings);
    statistics = List.copyOf(statistics);
    firstOrders = List.copyOf(firstOrders);
  }

  /**
   * Something that differed between the runs.
   *
   * @param name its name
   * @param values one for each run; empty where a run has none
   */
  public record Setting(String name, List<String> values) {
    /** Keeps a copy. */
    public Setting {
      values = List.copyOf(values);
    }
  }

  /**
   * A statistic of all runs.
   *
   * @param name its name
   * @param figures one for each run
   */
  public record Row(String name, List<Figure> figures) {
    /** Keeps a copy. */
    public Row {
      figures = List.copyOf(figures);
    }

    /** The number of a run less that of the first; empty where one of both has none. */
    public Optional<BigDecimal> difference(int run) {
      BigDecimal value = figures.get(run).value();
      BigDecimal first = figures.get(0).value();
      return value == null || first == null ? Optional.empty() : Optional.of(value.subtract(first));
    }
  }
}
