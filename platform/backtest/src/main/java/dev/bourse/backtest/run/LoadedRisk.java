package dev.bourse.backtest.run;

import dev.bourse.api.model.Order;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskView;
import dev.bourse.backtest.plan.Loading;
import java.util.List;

/** A risk module that runs with its own class loader as the thread's. */
record LoadedRisk(RiskModule module, ClassLoader loader) implements RiskModule {
  @Override
  public RiskDecision check(Order order, RiskView view) {
    return Loading.call(loader, () -> module.check(order, view));
  }

  @Override
  public List<Breaker> breakers() {
    return Loading.call(loader, module::breakers);
  }
}
