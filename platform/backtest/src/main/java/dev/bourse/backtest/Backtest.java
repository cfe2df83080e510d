package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.backtest.plan.Plan;
import dev.bourse.backtest.plan.Planner;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.backtest.run.Progress;
import dev.bourse.backtest.run.Simulation;
import java.util.function.Consumer;

/**
 * One backtest for plain Java: {@code Backtest.of(spec, new Plugins().strategy(...)...).run()}.
 *
 * <p>Runs once, on the caller's thread; progress and cancelling are for any thread. Several
 * backtests may run at the same time, each on its own thread.
 */
public final class Backtest {
  private final Plan plan;
  private final Progress progress = new Progress();

  private Backtest(Plan plan) {
    this.plan = plan;
  }

  /**
   * A backtest that can run; throws {@link dev.bourse.api.config.ConfigException} with one sentence
   * per problem.
   */
  public static Backtest of(BacktestSpec spec, Plugins plugins) {
    return new Backtest(Planner.of(spec, plugins));
  }

  /** Runs it; see {@link #run(Consumer)}. */
  public BacktestResult run() {
    return run(line -> {});
  }

  /**
   * Runs it. Throws {@link java.util.concurrent.CancellationException} once cancelled, {@link
   * dev.bourse.api.data.DataException} for data that cannot be read, {@link IllegalStateException}
   * if the strategy throws.
   *
   * @param trace takes one line per turn that matters, without an end of line
   */
  public BacktestResult run(Consumer<String> trace) {
    return new Simulation(plan, progress, trace).run();
  }

  /** How far it is; {@link Progress#cancel} ends it. */
  public Progress progress() {
    return progress;
  }
}
