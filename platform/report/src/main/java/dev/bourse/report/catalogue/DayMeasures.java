package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.report.math.Sample;
import java.util.List;

/** The daily returns of equity. */
final class DayMeasures {
  /** Why there is no value where one day is not enough. */
  static final String TWO = "needs two days";

  private static final String NO_DAY = "no day";
  private static final String FLAT = "no day differs from another";

  private DayMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Daily returns");
    averages(group);
    extremes(group);
    shape(group);
    return group.measures();
  }

  /** {@code (7 days)}. */
  static String days(Subject run) {
    return " (" + run.run().days() + " days)";
  }

  private static Sample sample(Subject run) {
    return run.returns().sample();
  }

  private static void averages(Group group) {
    group
        .define("Average day", Group.SHARE, Better.HIGHER)
        .is(
            "The mean of the daily returns: the last equity of each UTC day against that of the day"
                + " before, the first day against the first point. A day without a price counts as no"
                + " change.")
        .undefined("No day, or equity never above zero.")
        .differs(
            "Libraries for shares have no weekends in their sample; the mean is then larger by about"
                + " 365 / 252.")
        .by(run -> Reading.share(sample(run).mean(), NO_DAY));
    group
        .define("Average winning day", Group.SHARE, Better.HIGHER)
        .is("The mean of the daily returns above zero.")
        .undefined("No day gained.")
        .by(run -> Reading.share(sample(run).where(day -> day > 0).mean(), "no winning day"));
    group
        .define("Average losing day", Group.SHARE, Better.HIGHER)
        .is("The mean of the daily returns below zero, a negative share.")
        .undefined("No day lost.")
        .by(run -> Reading.share(sample(run).where(day -> day < 0).mean(), "no losing day"));
  }

  private static void extremes(Group group) {
    group
        .define("Best day", Group.SHARE, Better.HIGHER)
        .is("The largest daily return.")
        .undefined("No day.")
        .by(run -> Reading.share(sample(run).largest(), NO_DAY));
    group
        .define("Worst day", Group.SHARE, Better.HIGHER)
        .is("The least daily return.")
        .undefined("No day.")
        .by(run -> Reading.share(sample(run).least(), NO_DAY));
  }

  private static void shape(Group group) {
    group
        .define("Volatility", Group.SHARE, Better.LOWER)
        .is(
            "The sample standard deviation (divisor n - 1) of the daily returns, times the root of"
                + " 365.")
        .undefined("Fewer than two days.")
        .differs("empyrical and pyfolio take the root of 252; some divide by n.")
        .by(run -> Reading.share(run.returns().volatility(Year.DAYS), TWO));
    group
        .define("Skewness", Group.RATIO, Better.NEITHER)
        .is(
            "The adjusted skewness (G1) of the daily returns: n / ((n - 1)(n - 2)) times the sum of"
                + " the cubes of (return - mean) / sample deviation. Below zero: the losing tail is"
                + " the longer one.")
        .undefined("Fewer than three days, or no day differs from another.")
        .differs("SciPy's default is not adjusted (g1); pandas and spreadsheets agree with ours.")
        .by(
            run ->
                Reading.ratio(
                    sample(run).skewness(), run.run().days() < 3 ? "needs three days" : FLAT));
    group
        .define("Kurtosis", Group.RATIO, Better.NEITHER)
        .is(
            "The adjusted excess kurtosis (G2) of the daily returns, 0 for a normal distribution."
                + " Above zero: days far from the mean are more frequent than in one.")
        .undefined("Fewer than four days, or no day differs from another.")
        .differs(
            "SciPy's default is not adjusted (g2); some libraries do not take off the 3 of the normal"
                + " distribution; pandas and spreadsheets agree with ours.")
        .by(
            run ->
                Reading.ratio(
                    sample(run).kurtosis(), run.run().days() < 4 ? "needs four days" : FLAT));
  }
}
