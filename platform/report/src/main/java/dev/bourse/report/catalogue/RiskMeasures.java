package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.report.math.Ratios;
import java.util.List;

/** Return against risk. */
final class RiskMeasures {
  private static final String FLAT = "no deviation";

  private RiskMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Return against risk");
    group
        .define(ReportWriter.SHARPE, Group.RATIO, Better.HIGHER)
        .is(
            "The mean of the daily returns divided by their sample standard deviation (divisor n -"
                + " 1), times the root of 365. Risk-free rate zero.")
        .undefined("Fewer than two days, or no day differs from another.")
        .differs(
            "empyrical and pyfolio take the root of 252 and give infinity without deviation; some"
                + " divide by n, some use the returns of trades or of bars.")
        .by(
            run ->
                Reading.ratio(Ratios.sharpe(run.returns(), Year.DAYS), flat(run))
                    .with(DayMeasures.days(run)));
    group
        .define("Sortino ratio", Group.RATIO, Better.HIGHER)
        .is(
            "The mean of the daily returns divided by the downside deviation (the root of the mean of"
                + " the squares of all negative returns, over all days), times the root of 365."
                + " Required return zero.")
        .undefined("Fewer than two days, or no day lost.")
        .differs(
            "Some libraries take the standard deviation of the losing days alone, which is another"
                + " number; empyrical agrees but for 252 and gives infinity without a losing day.")
        .by(
            run ->
                Reading.ratio(
                        Ratios.sortino(run.returns(), Year.DAYS),
                        run.run().days() < 2 ? DayMeasures.TWO : "no losing day")
                    .with(DayMeasures.days(run)));
    group
        .define("Risk return ratio", Group.RATIO, Better.HIGHER)
        .is(
            "The mean of the daily returns divided by their sample standard deviation: the Sharpe"
                + " ratio of one day, not annualised.")
        .undefined("Fewer than two days, or no day differs from another.")
        .by(run -> Reading.ratio(Ratios.perRisk(run.returns()), flat(run)));
    return group.measures();
  }

  private static String flat(Subject run) {
    return run.run().days() < 2 ? DayMeasures.TWO : FLAT;
  }
}
