package dev.bourse.control.shell;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.api.backtest.Statistic.Better;
import java.util.List;
import java.util.Map;

/** Knows what three statistics mean. */
final class FakeReports implements ReportWriter {
  static final Statistic SHARPE_RATIO = statistic("Sharpe ratio", "ratio", Better.HIGHER);

  private static Statistic statistic(String name, String unit, Better better) {
    return new Statistic(name, "Figures", unit, better, "It is computed.", "", "");
  }

  @Override
  public List<Statistic> definitions() {
    return List.of(
        SHARPE_RATIO,
        statistic("Max drawdown", "share", Better.LOWER),
        statistic("Longest drawdown", "seconds", Better.NEITHER));
  }

  @Override
  public Map<String, String> statistics(BacktestResult result) {
    return Map.of();
  }

  @Override
  public List<Figure> figures(BacktestResult result) {
    return List.of();
  }

  @Override
  public Map<String, String> tables(BacktestResult result) {
    return Map.of();
  }

  @Override
  public String html(BacktestResult result) {
    return "";
  }

  @Override
  public String text(BacktestResult result) {
    return "";
  }
}
