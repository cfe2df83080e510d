package dev.bourse.engine.manager;

import dev.bourse.api.model.StrategyId;
import dev.bourse.engine.loop.TraderRun;
import dev.bourse.engine.plan.Planner;
import dev.bourse.engine.plan.RiskPlan;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plugin.Plugin;
import java.util.List;

/** A run and what it is made of at present. */
final class Life {
  private final TraderRun run;
  private final Present present;
  private volatile boolean seen;

  Life(TraderRun run, Present present) {
    this.run = run;
    this.present = present;
  }

  TraderRun run() {
    return run;
  }

  Present present() {
    return present;
  }

  /** It published something. */
  void seen() {
    seen = true;
  }

  boolean isSeen() {
    return seen;
  }

  /**
   * Brings strategies and risk modules in line with what is configured and installed now. Keeper's
   * thread.
   */
  void adjust(Planner planner, Blames blames) {
    for (StrategyPlan plan : planner.strategies().values()) {
      if (!plan.equals(present.strategies().get(plan.id())) && !blames.isRefused(plan)) {
        present.strategies().put(plan.id(), plan);
        blames.replaced(plan.id());
        run.bind(plan);
      }
    }
    for (StrategyId id : List.copyOf(present.strategies().keySet())) {
      if (!planner.strategies().containsKey(id.value())) {
        present.strategies().remove(id);
        String gone = "strategy " + id + " is not configured";
        run.release(id, planner.reasons().getOrDefault(id.value(), gone));
      }
    }
    for (RiskPlan plan : planner.risks()) {
      if (!plan.equals(present.risks().get(plan.name()))) {
        present.risks().put(plan.name(), plan);
        present.refusedRisks().remove(plan.name());
        blames.replacedRisk(plan.name());
        run.bind(plan);
      } else if (present.refusedRisks().remove(plan.name()) != null) {
        run.bind(plan);
      }
    }
    refuse(planner);
  }

  /**
   * Limits that are refused are not exchanged: the former ones go on watching, and no entries pass
   * until somebody mends the file.
   */
  private void refuse(Planner planner) {
    for (String name : present.risks().keySet()) {
      String why = planner.reasons().getOrDefault("risk " + name, "");
      boolean refused = why.startsWith("risk module " + name + " is refused");
      if (refused && !why.equals(present.refusedRisks().put(name, why))) {
        run.refuse(name, why);
      }
    }
  }

  /** What came from a plug-in that is not installed any more goes, behind whatever was bound. */
  void letGoOf(Plugin<?> plugin) {
    if (present.forget(plugin)) {
      run.release(plugin, plugin + " is not installed");
    }
  }
}
