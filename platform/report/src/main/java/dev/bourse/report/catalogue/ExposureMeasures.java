package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.report.statistics.Exposure;
import java.util.List;

/** How much was at stake. */
final class ExposureMeasures {
  private ExposureMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Exposure");
    group
        .define("Time in the market", Group.SHARE, Better.NEITHER)
        .is(
            "The share of the time between the first and the last event in which at least one position"
                + " was open.")
        .undefined("First and last event are at the same time.")
        .differs("Some count bars with a position.")
        .by(
            run ->
                Reading.share(
                    Exposure.share(
                        run.run().trips(), run.result().firstTime(), run.result().lastTime()),
                    "no time passed"));
    group
        .define("Average exposure", Group.SHARE, Better.NEITHER)
        .is(
            "The mean over all points of the equity curve of what the held positions are worth, long"
                + " and short ones added, divided by equity then. Points without a position count as"
                + " zero.")
        .undefined("No point with equity above zero.")
        .by(run -> Reading.share(run.exposure().mean(), "no equity"));
    group
        .define("Largest exposure", Group.SHARE, Better.NEITHER)
        .is("The largest of those shares; above 100 % is leverage.")
        .undefined("No point with equity above zero.")
        .by(run -> Reading.share(run.exposure().largest(), "no equity"));
    return group.measures();
  }
}
