package dev.bourse.core.strategy;

import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;

/** Makes one strategy object per instrument; a factory together with its parameters. */
@FunctionalInterface
public interface StrategyMaker {
  /** Makes a strategy for the context's instrument. */
  Strategy make(StrategyContext context);
}
