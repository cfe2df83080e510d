package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.report.math.Returns;
import dev.bourse.report.math.Sample;
import dev.bourse.report.statistics.Exposure;
import dev.bourse.report.statistics.Fall;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.statistics.TripFigures;
import dev.bourse.report.text.Amounts;
import java.util.Optional;

/**
 * A run that statistics are computed of.
 *
 * @param run what is computed once
 * @param trips the round trips that can be added up
 * @param exposure what was held at every point, as a share of equity
 * @param amounts how its amounts are written
 */
record Subject(RunFigures run, TripFigures trips, Sample exposure, Amounts amounts) {
  static Subject of(RunFigures run) {
    return new Subject(run, run.comparable(), Exposure.shares(run.points()), Amounts.of(run));
  }

  BacktestResult result() {
    return run.result();
  }

  Returns returns() {
    return run.returns();
  }

  Optional<Fall> deepest() {
    return Fall.deepest(run.falls());
  }

  /** What the run returned; NaN where it did not begin with something. */
  double total() {
    return run.start()
        .filter(start -> start.signum() > 0)
        .flatMap(start -> run.end().map(end -> -Fall.depth(start, end)))
        .orElse(Double.NaN);
  }

  /** The yearly return that gives the same total in as many days; NaN where there is none. */
  double yearly() {
    double end = 1 + total();
    return run.days() < 2 || !(end > 0)
        ? Double.NaN
        : StrictMath.pow(end, Year.DAYS / run.days()) - 1;
  }
}
