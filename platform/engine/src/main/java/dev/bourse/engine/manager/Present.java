package dev.bourse.engine.manager;

import dev.bourse.api.model.StrategyId;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.plan.AccountPlan;
import dev.bourse.engine.plan.DataPlan;
import dev.bourse.engine.plan.RiskPlan;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.engine.plugin.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a run is made of at present. The frame cannot be exchanged while it runs; strategies and
 * risk modules can, and whoever leaves is forgotten here at once, on the thread that says so.
 */
final class Present {
  private final TraderDefinition definition;
  private final List<Plugin<?>> frame = new ArrayList<>();
  private final Map<StrategyId, StrategyPlan> strategies = new ConcurrentHashMap<>();
  private final Map<String, RiskPlan> risks = new ConcurrentHashMap<>();
  private final Map<String, String> refusedRisks = new ConcurrentHashMap<>();

  Present(TraderPlan plan) {
    this.definition = plan.definition();
    frame.add(plan.persistence());
    plan.accounts().stream().map(AccountPlan::plugin).forEach(frame::add);
    if (plan.data() instanceof DataPlan.Recorded recorded) {
      frame.add(recorded.data().plugin());
    } else if (plan.data() instanceof DataPlan.Live live) {
      frame.add(live.account().plugin());
    }
    plan.strategies().forEach(each -> strategies.put(each.id(), each));
    plan.risks().forEach(each -> risks.put(each.name(), each));
  }

  /** Whether the run can go on with another plan. */
  boolean fits(TraderPlan plan) {
    Present other = new Present(plan);
    boolean same = definition.sameFrame(plan.definition()) && frame.size() == other.frame.size();
    for (int i = 0; same && i < frame.size(); i++) {
      same = frame.get(i).isSame(other.frame.get(i));
    }
    return same;
  }

  /** Every plug-in that something here came from, some perhaps twice. */
  List<Plugin<?>> plugins() {
    List<Plugin<?>> all = new ArrayList<>(frame);
    strategies.values().forEach(each -> all.add(each.plugin()));
    risks.values().forEach(each -> all.add(each.plugin()));
    return all;
  }

  /** Whether the run's frame has this plug-in. */
  boolean isFramedBy(Plugin<?> plugin) {
    return frame.stream().anyMatch(plugin::isSame);
  }

  /** Forgets what came from a plug-in; false if nothing did. */
  boolean forget(Plugin<?> plugin) {
    boolean strategy = strategies.values().removeIf(each -> each.plugin().isSame(plugin));
    boolean risk = risks.values().removeIf(each -> each.plugin().isSame(plugin));
    return strategy || risk;
  }

  /** The definition that the run was started with. */
  TraderDefinition definition() {
    return definition;
  }

  Map<StrategyId, StrategyPlan> strategies() {
    return strategies;
  }

  Map<String, RiskPlan> risks() {
    return risks;
  }

  /** Why new limits of a module that is there were not taken, by its name. */
  Map<String, String> refusedRisks() {
    return refusedRisks;
  }
}
