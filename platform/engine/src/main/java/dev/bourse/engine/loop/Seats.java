package dev.bourse.engine.loop;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.TraderCore;
import dev.bourse.core.strategy.StrategyEntry;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.watch.Door;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which strategies a core should have and which it has. One thread at a time: the loop's, or that
 * of a catch-up.
 */
final class Seats {
  private final TraderCore core;
  private final Door door;
  private final Map<StrategyId, StrategyPlan> wanted = new TreeMap<>();
  private final TreeSet<StrategyId> seated = new TreeSet<>();

  Seats(TraderCore core, Door door, Collection<StrategyPlan> plans) {
    this.core = core;
    this.door = door;
    plans.forEach(plan -> wanted.put(plan.id(), plan));
  }

  /** Seats whoever the restored state knows as it is configured now. */
  void restored() {
    core.state().strategies().values().forEach(this::seatFor);
  }

  /** The record says that a strategy was bound here. */
  void beforeBound(LifecycleEvent.StrategyBound bound) {
    StrategyPlan plan = wanted.get(bound.strategy());
    boolean same = plan != null && plan.hash().equals(bound.parametersHash());
    if (seated.contains(bound.strategy()) && !same) {
      core.unbind(bound.strategy());
      seated.remove(bound.strategy());
    } else if (same && plan != null && !seated.contains(bound.strategy())) {
      seat(plan, bound);
    }
  }

  private void seatFor(StrategyEntry entry) {
    StrategyPlan plan = wanted.get(entry.id());
    if (plan != null && plan.hash().equals(entry.parametersHash())) {
      seat(plan, plan.bound());
    }
  }

  private void seat(StrategyPlan plan, LifecycleEvent.StrategyBound bound) {
    core.bind(bound, plan.maker(door));
    seated.add(plan.id());
  }

  /** Makes the objects of a wanted strategy; throws what its factory throws. */
  void seat(StrategyPlan plan) {
    seat(plan, plan.bound());
  }

  /** It has its objects already, from a catch-up. */
  void adopted(StrategyId id) {
    seated.add(id);
  }

  /** Wants a strategy from now on. */
  void want(StrategyPlan plan) {
    wanted.put(plan.id(), plan);
  }

  /** Forgets a strategy, and with it every reference to its plug-in. */
  void forget(StrategyId id) {
    wanted.remove(id);
    seated.remove(id);
  }

  /** Wanted strategies without objects. */
  List<StrategyPlan> unseated() {
    List<StrategyPlan> plans = new ArrayList<>();
    wanted.values().stream().filter(plan -> !seated.contains(plan.id())).forEach(plans::add);
    return plans;
  }

  /** What is wanted now, by name. */
  Collection<StrategyPlan> wanted() {
    return List.copyOf(wanted.values());
  }

  /** The plan of a wanted strategy, or null. */
  @Nullable StrategyPlan find(StrategyId id) {
    return wanted.get(id);
  }

  boolean isSeated(StrategyId id) {
    return seated.contains(id);
  }
}
