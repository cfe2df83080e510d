package dev.bourse.engine.loop;

import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.engine.NoParameters;

/** Cannot read what its former version kept. */
final class ForgetfulStrategy implements StrategyFactory<NoParameters> {
  @Override
  public Class<NoParameters> configType() {
    return NoParameters.class;
  }

  @Override
  public Strategy create(NoParameters config, StrategyContext context) {
    context.keep(
        "count",
        new Kept() {
          @Override
          public int stateVersion() {
            return 2;
          }

          @Override
          public void save(StateWriter out) {
            out.putLong(0);
          }

          @Override
          public void load(int version, StateReader in) {
            throw new IllegalArgumentException("layout " + version + " is too old for me");
          }
        });
    return new Strategy() {};
  }
}
