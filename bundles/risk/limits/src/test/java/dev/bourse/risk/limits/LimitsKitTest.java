package dev.bourse.risk.limits;

import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.testkit.kit.RiskModuleKit;

class LimitsKitTest extends RiskModuleKit<LimitsFactory.Config> {
  @Override
  protected RiskModuleFactory<LimitsFactory.Config> factory() {
    return new LimitsFactory();
  }
}
