package dev.bourse.api.event;

import dev.bourse.api.model.StrategyId;

/** What happens to the trader itself. Made by the engine only. */
public sealed interface LifecycleEvent extends Event {
  /**
   * A loop begins; everything after it carries this epoch.
   *
   * @param epoch the durable number of this start, part of every client order id
   * @param configuration the effective configuration, secrets masked, one {@code key=value} a line, sorted
   */
  record Started(long epoch, String configuration) implements LifecycleEvent {}

  /**
   * Orderly end: no more input follows in this epoch.
   *
   * @param reason a sentence
   */
  record Stopping(String reason) implements LifecycleEvent {}

  /**
   * A strategy is there and may be asked.
   *
   * @param strategy the instance
   * @param version the plug-in's version
   * @param parametersHash changes when its parameters change
   */
  record StrategyBound(StrategyId strategy, String version, String parametersHash)
      implements LifecycleEvent {}

  /**
   * A strategy left; its state, orders and positions stay.
   *
   * @param strategy the instance
   * @param reason a sentence for the trader's status
   */
  record StrategyUnbound(StrategyId strategy, String reason) implements LifecycleEvent {}

  /**
   * A strategy failed: it threw, or did not return in time.
   *
   * @param strategy the instance
   * @param reason a sentence
   */
  record StrategyFailed(StrategyId strategy, String reason) implements LifecycleEvent {}

  /**
   * A risk module came or went; without all that are configured only reducing orders pass.
   *
   * @param module the module's configured name
   * @param bound whether it is there
   * @param reason a sentence
   */
  record RiskModuleChanged(String module, boolean bound, String reason) implements LifecycleEvent {}

  /**
   * The journal can take less than it should: only what reduces, or nothing.
   *
   * @param healthy whether entries are possible as far as storage goes
   * @param reason a sentence
   */
  record StorageChanged(boolean healthy, String reason) implements LifecycleEvent {}

  /**
   * Recovery is complete and strategies caught up; reconciliation follows.
   *
   * @param detail a sentence
   */
  record Recovered(String detail) implements LifecycleEvent {}

  /**
   * Reconciliation ended: all accounts are explained, or entries stay blocked.
   *
   * @param clean whether local state equals the venues'
   * @param detail a sentence
   */
  record Reconciled(boolean clean, String detail) implements LifecycleEvent {}
}
