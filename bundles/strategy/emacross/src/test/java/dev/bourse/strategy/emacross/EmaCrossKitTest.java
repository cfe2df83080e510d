package dev.bourse.strategy.emacross;

import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.testkit.kit.StrategyKit;

class EmaCrossKitTest extends StrategyKit<EmaCross.Config> {
  @Override
  protected StrategyFactory<EmaCross.Config> factory() {
    return new EmaCross();
  }
}
