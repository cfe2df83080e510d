package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.api.model.Money;
import dev.bourse.report.math.Sample;
import dev.bourse.report.statistics.Fall;
import dev.bourse.report.text.Figures;
import java.util.List;
import java.util.Optional;

/** How far equity fell below its highest value so far. */
final class FallMeasures {
  private static final String NO_FALL = "equity never fell";
  private static final String NO_EQUITY = "no price was met";

  private FallMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Drawdown");
    depths(group);
    ratios(group);
    return group.measures();
  }

  private static void depths(Group group) {
    group
        .define(ReportWriter.MAX_DRAWDOWN, Group.SHARE, Better.LOWER)
        .is(
            "The largest share that equity was below its highest value so far, over all points of the"
                + " curve: every bar close and every fill. The amount before it belongs to the same"
                + " fall. 0 where equity never fell.")
        .undefined("The run met no price.")
        .differs(
            "empyrical gives it a minus sign; many libraries look at one value a day and so miss"
                + " falls within a day.")
        .by(FallMeasures::deepest);
    group
        .define("Longest drawdown", Group.SECONDS, Better.LOWER)
        .is(
            "The longest time from a peak until it was reached again, or to the end of the run. 0"
                + " where equity never fell.")
        .undefined("The run met no price.")
        .by(
            run ->
                run.run().points().isEmpty()
                    ? Reading.none(NO_EQUITY)
                    : Reading.duration(
                        run.run().falls().stream().mapToLong(Fall::length).max().orElse(0)));
    group
        .define("Average drawdown", Group.SHARE, Better.LOWER)
        .is("The mean of the depths of all falls, each as a share of its own peak.")
        .undefined("Equity never fell.")
        .by(
            run ->
                Reading.share(
                    Sample.of(run.run().falls().stream().mapToDouble(Fall::share).toArray()).mean(),
                    NO_FALL));
  }

  private static void ratios(Group group) {
    group
        .define("Calmar ratio", Group.RATIO, Better.HIGHER)
        .is("CAGR divided by max drawdown.")
        .undefined("CAGR has no value, or equity never fell.")
        .differs(
            "The original takes the last 36 months only; empyrical divides its own annual return (252"
                + " days) by the drawdown of daily returns.")
        .by(
            run ->
                Reading.ratio(
                    run.yearly() / run.deepest().map(Fall::share).orElse(Double.NaN),
                    run.run().days() < 2 ? DayMeasures.TWO : NO_FALL));
    group
        .define("Recovery factor", Group.RATIO, Better.HIGHER)
        .is("Net profit divided by the amount of the deepest fall.")
        .undefined("Equity never fell.")
        .by(run -> Reading.ratio(recovery(run), NO_FALL));
  }

  private static double recovery(Subject run) {
    double fall = run.deepest().map(each -> each.amount().toDouble()).orElse(0.0);
    return fall == 0 ? Double.NaN : run.run().profit().map(Money::toDouble).orElse(0.0) / fall;
  }

  private static Reading deepest(Subject run) {
    Optional<Money> start = run.run().start();
    if (start.isEmpty()) {
      return Reading.none(NO_EQUITY);
    }
    Money amount = run.deepest().map(Fall::amount).orElse(start.get().currency().zero());
    double share = run.deepest().map(Fall::share).orElse(0.0);
    return Reading.share(share, NO_EQUITY)
        .saying(run.amounts().text(amount) + " (" + Figures.percent(share) + ")");
  }
}
