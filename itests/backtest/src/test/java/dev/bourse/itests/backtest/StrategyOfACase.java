package dev.bourse.itests.backtest;

import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/** A strategy that a published case describes, and its own factory. */
interface StrategyOfACase extends Strategy, StrategyFactory<StrategyOfACase.Case> {
  /** Its parameters. */
  @interface Case {
    /** Who published it. */
    String source() default "";
  }

  @Override
  default Class<Case> configType() {
    return Case.class;
  }

  @Override
  default Strategy create(Case config, StrategyContext context) {
    begin();
    return this;
  }

  /** Forgets a rehearsal. */
  void begin();
}
