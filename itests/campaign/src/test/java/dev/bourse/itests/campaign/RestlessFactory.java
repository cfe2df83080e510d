package dev.bourse.itests.campaign;

import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/** Makes strategies that trade often; each start of the process draws anew. */
final class RestlessFactory implements StrategyFactory<NoSettings> {
  private final long seed;

  RestlessFactory(long seed) {
    this.seed = seed;
  }

  @Override
  public Class<NoSettings> configType() {
    return NoSettings.class;
  }

  @Override
  public Strategy create(NoSettings config, StrategyContext context) {
    return new Restless(seed);
  }
}
