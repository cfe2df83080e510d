package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.backtest.run.Doing;
import java.util.function.Supplier;

/** A run on a thread of its own. */
final class RunThread extends JobThread<BacktestResult> implements BacktestRun {
  RunThread(Doing doing, Supplier<BacktestResult> work) {
    super(doing, work);
  }
}
