package dev.bourse.core.strategy;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The strategies whose venue tells what they missed. Not thread-safe. */
public final class Joins {
  private final Map<StrategyId, Joining> all = new TreeMap<>();

  /**
   * A strategy is bound.
   *
   * @param same whether it goes on from a past of its own
   */
  public void bound(LifecycleEvent.StrategyBound event, boolean same, long now) {
    if (!same || !event.joins()) {
      all.remove(event.strategy());
    }
    if (event.joins()) {
      all.computeIfAbsent(event.strategy(), id -> new Joining()).bound(event, now);
    }
  }

  /**
   * A strategy joins that was told by the stream alone until now.
   *
   * @param heard when it heard of an instrument last, {@link Long#MIN_VALUE} for never
   */
  public void upgraded(StrategyId strategy, ToLongFunction<InstrumentId> heard) {
    Joining joining = all.get(strategy);
    if (joining != null) {
      joining.upgraded(heard);
    }
  }

  /** What a venue told a strategy; returns the bars that are news to it. */
  public List<Bar> told(LifecycleEvent.HistoryTold event) {
    Joining joining = all.get(event.strategy());
    return joining == null ? List.of() : joining.told(event);
  }

  /**
   * Bars of the stream ended.
   *
   * @param asked which strategies can be told of them
   */
  public void ended(List<Bar> bars, Predicate<StrategyId> asked) {
    if (!all.isEmpty()) {
      all.forEach(
          (id, joining) -> {
            boolean told = asked.test(id) && !joining.isWaiting();
            bars.forEach(bar -> joining.ended(bar, told));
          });
    }
  }

  /** The stream of an instrument has a hole. */
  public void torn(InstrumentId instrument) {
    if (!all.isEmpty()) {
      all.values().forEach(each -> each.torn(instrument));
    }
  }

  /** The connection that a strategy hears by is lost. */
  public void cutOff(StrategyId strategy) {
    Joining joining = all.get(strategy);
    if (joining != null) {
      joining.cutOff();
    }
  }

  /** Whether a strategy is told of a bar of the stream that just ended. */
  public boolean tells(StrategyId strategy, Bar bar) {
    Joining joining = all.isEmpty() ? null : all.get(strategy);
    return joining == null || joining.tells(bar);
  }

  /** Whether a strategy waits for what it missed. */
  public boolean isWaiting(StrategyId strategy) {
    Joining joining = all.isEmpty() ? null : all.get(strategy);
    return joining != null && joining.isWaiting();
  }

  /** Whether any strategy waits for what it missed. */
  public boolean isAnyWaiting() {
    return !all.isEmpty() && all.values().stream().anyMatch(Joining::isWaiting);
  }

  /** All of them, by strategy. */
  public Map<StrategyId, Joining> all() {
    return Collections.unmodifiableMap(all);
  }

  /** Writes everything. */
  public StateWriter save() {
    StateWriter out = new StateWriter().putInt(all.size());
    all.forEach((id, joining) -> joining.save(out.putText(id.value())));
    return out;
  }

  /** Reads what {@link #save} wrote. */
  public void load(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      all.put(new StrategyId(in.getText()), Joining.load(in));
    }
  }
}
