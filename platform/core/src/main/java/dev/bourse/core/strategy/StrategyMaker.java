package dev.bourse.core.strategy;

import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.TradingStrategy;

/** Makes one strategy object per instrument; a factory together with its parameters. */
@FunctionalInterface
public interface StrategyMaker {
  /** Makes a strategy for the context's instrument. */
  TradingStrategy make(StrategyContext context);
}
