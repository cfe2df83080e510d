package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;
import java.util.List;

/** Runs as a list and one run as a page. */
final class BacktestViews {
  private BacktestViews() {}

  static Table list(List<BacktestSummary> runs) {
    Table table =
        Table.orElse(
                "No backtests yet. Try: backtest:run --strategy emacross --data bitstamp --bar 1m")
            .words("Run", "Title")
            .numbers("Net profit", "Max drawdown", "Sharpe", "Round trips", "Win rate", "Fees");
    for (BacktestSummary run : runs) {
      table.row(
          run.id(),
          run.title(),
          figure(run, ReportWriter.NET_PROFIT),
          figure(run, ReportWriter.MAX_DRAWDOWN),
          figure(run, ReportWriter.SHARPE),
          figure(run, ReportWriter.ROUND_TRIPS),
          figure(run, ReportWriter.WIN_RATE),
          figure(run, ReportWriter.FEES));
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
