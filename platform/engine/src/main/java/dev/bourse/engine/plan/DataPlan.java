package dev.bourse.engine.plan;

import dev.bourse.engine.plugin.DataPlugin;

/** Where a simulated trader's market data comes from. */
public sealed interface DataPlan {
  /** Nowhere: the venues of a live trader bring it themselves. */
  record None() implements DataPlan {}

  /**
   * Recorded data.
   *
   * @param data the set and its source
   */
  record Recorded(DataPlugin data) implements DataPlan {}

  /**
   * A venue's live data, read without keys.
   *
   * @param account an account for data only
   */
  record Live(AccountPlan account) implements DataPlan {}
}
