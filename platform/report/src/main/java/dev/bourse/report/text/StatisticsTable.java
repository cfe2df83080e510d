package dev.bourse.report.text;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.report.statistics.BuyAndHold;
import dev.bourse.report.statistics.Costs;
import dev.bourse.report.statistics.Drawdown;
import dev.bourse.report.statistics.Exposure;
import dev.bourse.report.statistics.PeriodReturns;
import dev.bourse.report.statistics.RiskRatios;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.statistics.TripFigures;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The statistics of a run as name and text, in the order of the report. */
public final class StatisticsTable {
  private final RunFigures figures;
  private final Amounts amounts;
  private final Map<String, String> table = new LinkedHashMap<>();

  private StatisticsTable(RunFigures figures) {
    this.figures = figures;
    this.amounts = Amounts.of(figures);
  }

  /** The statistics of a run. */
  public static Map<String, String> of(RunFigures figures) {
    StatisticsTable builder = new StatisticsTable(figures);
    builder.equity();
    builder.risk();
    builder.orders();
    builder.trips(figures.comparable());
    builder.costs();
    return builder.table;
  }

  private void equity() {
    Optional<Money> start = figures.start();
    Optional<Money> end = figures.end();
    table.put("Start equity", start.map(amounts::text).orElse(Figures.NONE));
    table.put("End equity", end.map(amounts::text).orElse(Figures.NONE));
    table.put(
        ReportWriter.NET_PROFIT, start.map(first -> profit(first, end.get())).orElse(Figures.NONE));
    table.put("Buy and hold", Figures.percent(BuyAndHold.share(figures.result().bars())));
  }

  private String profit(Money start, Money end) {
    Money profit = end.minus(start);
    return amounts.text(profit) + " (" + Figures.percent(-Drawdown.share(start, end)) + ")";
  }

  private void risk() {
    if (figures.points().isEmpty()) {
      table.put(ReportWriter.MAX_DRAWDOWN, Figures.NONE);
      table.put("Longest drawdown", Figures.NONE);
    } else {
      Drawdown deepest = Drawdown.of(figures.points());
      table.put(
          ReportWriter.MAX_DRAWDOWN,
          amounts.text(deepest.amount()) + " (" + Figures.percent(deepest.share()) + ")");
      table.put("Longest drawdown", Figures.duration(deepest.longest()));
    }
    RiskRatios ratios = RiskRatios.of(PeriodReturns.daily(figures.points()));
    table.put(ReportWriter.SHARPE, ratio(ratios.sharpe(), ratios.days(), "no deviation"));
    table.put("Sortino ratio", ratio(ratios.sortino(), ratios.days(), "no losing day"));
  }

  private static String ratio(double value, int days, String undefined) {
    if (days < 2) {
      return Figures.NONE + " (needs two days)";
    }
    String text = Double.isFinite(value) ? Figures.ratio(value) : Figures.NONE + ", " + undefined;
    return text + " (" + days + " days)";
  }

  private void orders() {
    BacktestResult result = figures.result();
    Map<OrderStatus, Long> byStatus =
        result.orders().stream()
            .collect(Collectors.groupingBy(Order::status, TreeMap::new, Collectors.counting()));
    String parts =
        byStatus.entrySet().stream()
            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
            .collect(Collectors.joining(", "));
    String count = Integer.toString(result.orders().size());
    table.put("Orders", parts.isEmpty() ? count : count + " (" + parts + ")");
    table.put("Fills", Integer.toString(result.fills().size()));
  }

  private static String word(OrderStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void trips(TripFigures trips) {
    String open = trips.open() == 0 ? "" : " (and " + trips.open() + " still open)";
    table.put(ReportWriter.ROUND_TRIPS, trips.closed().size() + open);
    table.put(ReportWriter.WIN_RATE, Figures.percent(trips.winRate()));
    table.put("Profit factor", Figures.ratio(trips.profitFactor()));
    table.put("Average win", amounts.trade(trips.averageWin()));
    table.put("Average loss", amounts.trade(trips.averageLoss()));
    table.put("Expectancy", amounts.trade(trips.expectancy()));
    table.put("Best trade", amounts.trade(trips.best().map(trip -> trip.profit())));
    table.put("Worst trade", amounts.trade(trips.worst().map(trip -> trip.profit())));
    table.put(
        "Average duration",
        trips.closed().isEmpty() ? Figures.NONE : Figures.duration(trips.averageDuration()));
    BacktestResult result = figures.result();
    double held = Exposure.share(figures.trips(), result.firstTime(), result.lastTime());
    table.put("Time in the market", Figures.percent(held));
  }

  private void costs() {
    table.put(ReportWriter.FEES, amounts.text(Costs.fees(figures.result())));
    table.put("Turnover", amounts.text(Costs.turnover(figures.result())));
    double slippage = Costs.slippage(figures.result());
    table.put(
        "Average slippage",
        Double.isFinite(slippage) ? Figures.fixed(slippage * 10_000, 2) + " bp" : Figures.NONE);
  }
}
