package dev.bourse.engine.loop;

import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.plan.StrategyPlan;

/** Who started a run hears what becomes of it. Any thread; must not block. */
public interface RunListener {
  /** The trader changed. */
  void published(TraderRun run, TraderSnapshot snapshot);

  /** It ended as it was asked to. */
  void ended(TraderRun run);

  /** It cannot run as it is configured, or its store refuses; nothing was lost. */
  void refused(TraderRun run, String sentence);

  /** It broke off; the store is as of its last durable turn. */
  void broke(TraderRun run, Throwable cause);

  /**
   * A plug-in did not come back in time; the run is over, its accounts and its store are closed.
   */
  void hung(TraderRun run, String visitor, String sentence);

  /** A strategy that should come back cannot. */
  void strategyRefused(TraderRun run, StrategyPlan plan, String sentence);
}
