package dev.bourse.engine.manager;

import dev.bourse.api.model.StrategyId;
import dev.bourse.engine.loop.Absences;
import dev.bourse.engine.plan.Planner;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plugin.Plugin;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What went wrong with a trader's plug-ins and runs, until they are replaced or a person starts it
 * again.
 */
final class Blames {
  private static final int MAX_BREAKS = 3;
  private static final long BREAKS_WITHIN = TimeUnit.MINUTES.toNanos(1);
  private static final String STRATEGY = "strategy ";
  private static final String RISK = "risk module ";

  private final Map<StrategyId, String> strategies = new TreeMap<>();
  private final Map<String, String> risks = new TreeMap<>();
  private final Map<StrategyId, StrategyPlan> refused = new ConcurrentHashMap<>();
  private final ArrayDeque<Long> breaks = new ArrayDeque<>();

  /** Strategies that hung. */
  Map<StrategyId, String> strategies() {
    return strategies;
  }

  /** Risk modules that hung. */
  Map<String, String> risks() {
    return risks;
  }

  /** A call hung; whether the trader can go on without the one who was called. */
  boolean hung(String visitor, String sentence) {
    if (visitor.startsWith(STRATEGY)) {
      strategies.put(new StrategyId(visitor.substring(STRATEGY.length())), sentence);
      return true;
    }
    if (visitor.startsWith(RISK)) {
      risks.put(visitor.substring(RISK.length()), sentence);
      return true;
    }
    return false;
  }

  /** A strategy that could not come back is not tried again as it is. */
  void refused(StrategyPlan plan) {
    refused.put(plan.id(), plan);
  }

  boolean isRefused(StrategyPlan plan) {
    return plan.equals(refused.get(plan.id()));
  }

  /** Something new is there under the name. */
  void replaced(StrategyId strategy) {
    strategies.remove(strategy);
    refused.remove(strategy);
  }

  /** Something new is there under the name. */
  void replacedRisk(String risk) {
    risks.remove(risk);
  }

  /** A plug-in leaves: nothing may refer to it. Any thread. */
  void forget(Plugin<?> plugin) {
    refused.values().removeIf(each -> each.plugin().isSame(plugin));
  }

  /** A run broke off; says what happens now. */
  String broke(Throwable cause) {
    long now = System.nanoTime();
    breaks.addLast(now);
    breaks.removeIf(each -> now - each > BREAKS_WITHIN);
    return isHopeless()
        ? "it broke off "
            + MAX_BREAKS
            + " times within a minute, last by "
            + cause
            + "; trader:start tries again"
        : "it broke off and is restarted from its store: " + cause;
  }

  /** Whether it is no use to start again. */
  boolean isHopeless() {
    return breaks.size() >= MAX_BREAKS;
  }

  /** A person starts it: everybody gets another chance. */
  void forgive() {
    breaks.clear();
    strategies.clear();
    risks.clear();
    refused.clear();
  }

  /** Who will not be in the next run, and why. */
  Absences absences(Planner planner) {
    Map<StrategyId, String> away = new TreeMap<>();
    Map<String, String> riskModules = new TreeMap<>(risks);
    planner
        .reasons()
        .forEach(
            (name, reason) -> {
              if (name.startsWith("risk ")) {
                riskModules.put(name.substring("risk ".length()), reason);
              } else {
                away.put(new StrategyId(name), reason);
              }
            });
    return new Absences(strategies, away, riskModules);
  }
}
