package dev.bourse.report.html;

import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.report.math.Ratios;
import dev.bourse.report.statistics.PeriodReturns;
import dev.bourse.report.statistics.RunFigures;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Sharpe ratio of the last thirty days, day by day. */
final class RollingChart {
  private static final int WINDOW = 30;
  private static final double YEAR = 365;

  private final RunFigures figures;

  RollingChart(RunFigures figures) {
    this.figures = figures;
  }

  String html() {
    if (figures.points().size() < 2) {
      return "";
    }
    String caption =
        "<figure><figcaption>Rolling Sharpe ratio <span class=\"unit\">of the last "
            + WINDOW
            + " days</span></figcaption>\n";
    double[] ratios = figures.returns().rolling(WINDOW, window -> Ratios.sharpe(window, YEAR));
    double[] known = Arrays.stream(ratios).filter(Double::isFinite).toArray();
    if (known.length < 2) {
      return caption + "<p class=\"empty\">" + tooShort() + "</p></figure>\n";
    }
    return caption + chart(ratios, known) + "</figure>\n";
  }

  private String tooShort() {
    return figures.days() <= WINDOW
        ? "It needs more than " + WINDOW + " days; the run has " + figures.days() + "."
        : "No thirty days have returns that differ from each other.";
  }

  private String chart(double[] ratios, double[] known) {
    Scale time = Scale.ofTimes(figures.result().firstTime(), figures.result().lastTime());
    double low = Arrays.stream(known).min().orElse(0);
    double high = Arrays.stream(known).max().orElse(0);
    Scale value = Scale.of(Math.min(0, low), Math.max(0, high)).withMargin();
    Line line = new Line(time, value);
    List<EquityPoint> points = figures.points();
    long firstDay = PeriodReturns.dayOf(points, 0);
    for (int i = 0; i < ratios.length; i++) {
      if (Double.isFinite(ratios[i])) {
        line.add(TimeUnit.DAYS.toNanos(firstDay + i + WINDOW), ratios[i]);
      }
    }
    return new Chart("rolling", "Sharpe ratio of thirty days over time", value)
        .values("")
        .times(time)
        .level(0)
        .path("line-equity", line.path())
        .svg();
  }
}
