package dev.bourse.api.strategy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at something in an interval, beside what a strategy decides by data: its profit, its open
 * orders, the spread. Registered by {@link StrategyContext#watch}.
 */
@FunctionalInterface
@ConsumerType
public interface Watcher {
  /**
   * Looks, on the trader's thread and at the trader's time, so in a backtest at the data's. May do
   * what any callback may; should return within 50 ms. One that throws does not fault its strategy:
   * people hear of it, and it is tried again later. What it ordered before it threw stands.
   */
  void look(Orders orders);
}
