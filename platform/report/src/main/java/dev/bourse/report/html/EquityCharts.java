package dev.bourse.report.html;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Money;
import dev.bourse.report.statistics.Fall;
import dev.bourse.report.statistics.RunFigures;
import java.util.List;

/** Equity, and under it how far it is below its last peak. */
final class EquityCharts {
  private final List<EquityPoint> points;
  private final double deepest;
  private final Scale time;

  EquityCharts(RunFigures figures) {
    this.points = figures.points();
    this.deepest = Fall.deepest(figures.falls()).map(Fall::share).orElse(0.0);
    this.time = Scale.ofTimes(figures.result().firstTime(), figures.result().lastTime());
  }

  String html() {
    if (points.size() < 2) {
      return "<p class=\"empty\">The run has no equity curve: it met fewer than two prices.</p>\n";
    }
    String unit = points.get(0).equity().currency().code();
    return "<figure><figcaption>Equity <span class=\"unit\">"
        + Html.escape(unit)
        + "</span></figcaption>\n"
        + equity()
        + "</figure>\n<figure><figcaption>Drawdown <span class=\"unit\">% below the last peak</span>"
        + "</figcaption>\n"
        + drawdown()
        + "</figure>\n";
  }

  private String equity() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (EquityPoint point : points) {
      double value = point.equity().toDouble();
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    Scale value = Scale.of(low, high).withMargin();
    Line line = new Line(time, value);
    points.forEach(point -> line.add(point.time(), point.equity().toDouble()));
    return new Chart("equity", "Equity over time", value)
        .values("")
        .times(time)
        .level(points.get(0).equity().toDouble())
        .path("area-equity", line.area(value.low()))
        .path("line-equity", line.path())
        .svg();
  }

  private String drawdown() {
    Scale value = new Scale(-Math.max(deepest, 1e-6) * 110, 0);
    Line line = new Line(time, value);
    Money peak = points.get(0).equity();
    for (EquityPoint point : points) {
      peak = point.equity().compareTo(peak) > 0 ? point.equity() : peak;
      line.add(point.time(), -100 * Fall.depth(peak, point.equity()));
    }
    return new Chart("drawdown", "Drawdown over time", value)
        .values(" %")
        .times(time)
        .path("area-drawdown", line.area(0))
        .path("line-drawdown", line.path())
        .svg();
  }
}
