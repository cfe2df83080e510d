package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs as a list and one run as a page. */
final class BacktestViews {
  /** What lists of runs show. */
  static final List<String> FIGURES =
      List.of(
          ReportWriter.NET_PROFIT,
          ReportWriter.MAX_DRAWDOWN,
          ReportWriter.SHARPE,
          ReportWriter.ROUND_TRIPS,
          ReportWriter.WIN_RATE,
          ReportWriter.FEES);

  private BacktestViews() {}

  /** One backtest under several conditions, by their names. */
  static Table conditions(Map<String, BacktestSummary> runs) {
    Table table =
        Table.orElse("Nothing ran.")
            .words("Conditions")
            .numbers(FIGURES.toArray(String[]::new))
            .words("Run");
    runs.forEach(
        (name, run) -> {
          List<@Nullable Object> row = new ArrayList<>(List.of(name));
          FIGURES.forEach(figure -> row.add(figure(run, figure)));
          row.add(run.id());
          table.row(row.toArray());
        });
    return table;
  }

  static Table list(List<BacktestSummary> runs) {
    Table table =
        Table.orElse(
                "No backtests yet. Try: backtest:run --strategy emacross --data bitstamp --bar 1m")
            .words("Run", "Title")
            .numbers(FIGURES.toArray(String[]::new));
    for (BacktestSummary run : runs) {
      List<@Nullable Object> row = new ArrayList<>(List.of(run.id(), run.title()));
      FIGURES.forEach(figure -> row.add(figure(run, figure)));
      table.row(row.toArray());
    }
    return table;
  }

  static String page(BacktestSummary run) {
    Sheet sheet = new Sheet().line("Run " + run.id() + ": " + run.title());
    run.statistics().forEach(sheet::pair);
    return sheet.line("Report: " + run.directory().resolve("report.html")).text();
  }

  private static String figure(BacktestSummary run, String name) {
    String text = run.statistics().getOrDefault(name, "");
    return Figure.isNone(text) ? "" : text;
  }
}
