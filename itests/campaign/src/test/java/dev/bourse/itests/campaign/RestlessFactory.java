package dev.bourse.itests.campaign;

import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/**
 * Makes strategies that trade often; each start of the process draws anew.
 *
 * @param plan of the run
 * @param seed of the start
 * @param second whether it trades in the second process
 */
record RestlessFactory(Plan plan, long seed, boolean second)
    implements StrategyFactory<NoSettings> {
  @Override
  public Class<NoSettings> configType() {
    return NoSettings.class;
  }

  @Override
  public Strategy create(NoSettings config, StrategyContext context) {
    return second ? new Second() : new Restless(plan, seed);
  }
}
