package dev.bourse.risk.breakers;

import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.testkit.kit.RiskModuleKit;

class BreakersKitTest extends RiskModuleKit<BreakersFactory.Config> {
  @Override
  protected RiskModuleFactory<BreakersFactory.Config> factory() {
    return new BreakersFactory();
  }
}
