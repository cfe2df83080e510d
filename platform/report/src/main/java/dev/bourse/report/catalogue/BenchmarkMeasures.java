package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.report.math.Ratios;
import java.util.List;

/** The daily returns of equity against those of buying and holding. */
final class BenchmarkMeasures {
  private static final String STILL = "the benchmark does not move";

  private BenchmarkMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Against buy and hold");
    slopes(group);
    differences(group);
    return group.measures();
  }

  private static void slopes(Group group) {
    group
        .define("Beta", Group.RATIO, Better.NEITHER)
        .is(
            "The sample covariance of the daily returns of equity and of buy and hold, divided by the"
                + " sample variance of buy and hold. 1: moves with it, 0: does not care.")
        .undefined("Fewer than two days, or the benchmark does not move.")
        .by(run -> Reading.ratio(Ratios.beta(run.returns(), run.run().benchmark()), still(run)));
    group
        .define("Alpha", Group.SHARE, Better.HIGHER)
        .is(
            "The mean daily return of equity less beta times that of buy and hold, times 365: what a"
                + " year earned that holding does not explain. Risk-free rate zero.")
        .undefined("Beta has no value.")
        .differs("empyrical compounds the daily alpha to a year instead of multiplying it.")
        .by(
            run ->
                Reading.share(
                    Ratios.alpha(run.returns(), run.run().benchmark(), Year.DAYS), still(run)));
    group
        .define("Treynor ratio", Group.SHARE, Better.HIGHER)
        .is("The mean daily return of equity, times 365, divided by beta. Risk-free rate zero.")
        .undefined("Beta has no value or is zero.")
        .differs("Some take CAGR above the line.")
        .by(
            run ->
                Reading.share(
                    Ratios.treynor(run.returns(), run.run().benchmark(), Year.DAYS),
                    Ratios.beta(run.returns(), run.run().benchmark()) == 0
                        ? "beta is zero"
                        : still(run)));
  }

  private static void differences(Group group) {
    group
        .define("Tracking error", Group.SHARE, Better.NEITHER)
        .is(
            "The sample standard deviation of the daily differences between equity and buy and hold,"
                + " times the root of 365.")
        .undefined("Fewer than two days, or no price to compare with.")
        .by(
            run ->
                Reading.share(
                    Ratios.trackingError(run.returns(), run.run().benchmark(), Year.DAYS),
                    DayMeasures.TWO));
    group
        .define("Information ratio", Group.RATIO, Better.HIGHER)
        .is(
            "The mean of the daily differences between equity and buy and hold divided by their sample"
                + " standard deviation, times the root of 365.")
        .undefined("Fewer than two days, or equity follows buy and hold exactly.")
        .differs("empyrical calls it excess Sharpe and does not annualise it.")
        .by(
            run ->
                Reading.ratio(
                    Ratios.sharpe(run.returns().minus(run.run().benchmark()), Year.DAYS),
                    run.run().days() < 2 ? DayMeasures.TWO : "no difference"));
  }

  private static String still(Subject run) {
    return run.run().days() < 2 ? DayMeasures.TWO : STILL;
  }
}
