package dev.bourse.backtest;

import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepRun;
import dev.bourse.backtest.sweep.Sweep;

/** A sweep on a thread of its own. */
final class SweepThread extends JobThread<SweepResult> implements SweepRun {
  private final Sweep sweep;

  SweepThread(Sweep sweep) {
    super(sweep, sweep::run);
    this.sweep = sweep;
  }

  @Override
  public int points() {
    return sweep.points();
  }

  @Override
  public int finished() {
    return sweep.finished();
  }

  @Override
  public int kept() {
    return sweep.kept();
  }
}
