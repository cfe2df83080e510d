package dev.bourse.engine.watch;

import dev.bourse.api.model.Order;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskView;
import java.util.List;
import java.util.function.Supplier;

/** Other plug-in code behind a gatekeeper. */
public final class GuardedCode {
  private GuardedCode() {}

  /** Calls a plug-in on the gatekeeper's thread. */
  public static <T> T call(Gatekeeper gate, String who, ClassLoader loader, Supplier<T> code) {
    Gatekeeper.Visit visit = gate.enter(who, loader);
    try {
      return code.get();
    } finally {
      gate.leave(visit);
    }
  }

  /** Calls a plug-in on a thread that nobody watches, with its class loader. */
  public static <T> T call(ClassLoader loader, Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return code.get();
    } finally {
      thread.setContextClassLoader(former);
    }
  }

  /** A risk module behind the gatekeeper. */
  public static RiskModule risk(
      RiskModule module, String who, ClassLoader loader, Gatekeeper gate) {
    List<Breaker> breakers = call(gate, who, loader, module::breakers);
    return new RiskModule() {
      @Override
      public RiskDecision check(Order order, RiskView view) {
        Gatekeeper.Visit visit = gate.enter(who, loader);
        try {
          return module.check(order, view);
        } finally {
          gate.leave(visit);
        }
      }

      @Override
      public List<Breaker> breakers() {
        return breakers;
      }
    };
  }
}
