package dev.bourse.backtest.plan;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.Watcher;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** The place of a strategy that is made only to see whether it can be made. */
final class Rehearsed implements StrategyContext {
  private final StrategyId id;
  private final Instrument instrument;
  private final OmsType oms;
  private final Set<String> names = new TreeSet<>();
  private final Set<String> watchers = new TreeSet<>();

  Rehearsed(StrategyId id, Instrument instrument, OmsType oms) {
    this.id = id;
    this.instrument = instrument;
    this.oms = oms;
  }

  @Override
  public StrategyId id() {
    return id;
  }

  @Override
  public Instrument instrument() {
    return instrument;
  }

  @Override
  public OmsType oms() {
    return oms;
  }

  @Override
  public <T extends Kept> T keep(String name, T state) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the name \"" + name + "\" is kept twice");
    }
    return state;
  }

  @Override
  public void watch(String name, Duration interval, Watcher watcher) {
    if (!watchers.add(name)) {
      throw new IllegalArgumentException("the watcher \"" + name + "\" is there twice");
    }
  }
}
