package dev.bourse.strategy.breakout;

import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.testkit.kit.SignalStrategyKit;

class BreakoutKitTest extends SignalStrategyKit<Breakout.Config> {
  @Override
  protected StrategyFactory<Breakout.Config> factory() {
    return new Breakout();
  }

  @Override
  protected String[] contradicting() {
    return new String[] {"lifetime", "100", "max.lifetime", "99"};
  }
}
