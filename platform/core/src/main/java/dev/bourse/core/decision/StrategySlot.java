package dev.bourse.core.decision;

import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.TradingStrategy;
import dev.bourse.api.strategy.Watcher;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.signal.SignalDriver;
import dev.bourse.core.state.SnapshotCodec;
import dev.bourse.core.strategy.KeptStates;
import dev.bourse.core.strategy.StrategyEntry;
import dev.bourse.core.strategy.StrategyMaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One strategy object on one instrument, with what it keeps. Belongs to the trader's thread. */
public final class StrategySlot implements SnapshotCodec.KeptSource {
  private final StrategyEntry entry;
  private final PositionKey key;
  private final int number;
  private final List<BarInterval> intervals;
  private final Map<String, Kept> kept = new TreeMap<>();
  private final Optional<Money> allotment;
  private final Strategy strategy;
  private final Watchers watchers;
  private final Readings.Gauges gauges;
  private boolean making = true;

  /** Makes the strategy; {@code former} has the state to restore, if any. */
  StrategySlot(
      StrategyEntry entry,
      Instrument instrument,
      int number,
      StrategyMaker maker,
      KeptStates former) {
    this.entry = entry;
    this.key = new PositionKey(entry.account(), entry.id(), instrument.id());
    this.number = number;
    this.intervals = entry.intervals();
    this.allotment = entry.allotmentIn(instrument.quote());
    intervals.forEach(each -> each.requireFits(instrument));
    this.watchers = new Watchers(entry.id());
    this.strategy = seat(maker.make(new Context(instrument, former)), former);
    this.making = false;
    if (!watchers.isEmpty()) {
      keep(Watchers.KEPT, watchers, former);
    }
    this.gauges = Readings.gauges(kept);
  }

  /** A signal strategy is driven by the platform, which keeps the signals beside its state. */
  private Strategy seat(TradingStrategy made, KeptStates former) {
    if (made instanceof Strategy event) {
      return event;
    }
    if (entry.oms() == OmsType.HEDGING) {
      throw new IllegalArgumentException(
          "strategy "
              + entry.id()
              + " gives signals, one at a time, and so has one position: oms=netting");
    }
    SignalDriver driver =
        new SignalDriver(entry.id(), (SignalStrategy) made, SignalDriver.judgedBy(id(), intervals));
    keep(KeptStates.SIGNALS, driver.book(), former);
    return driver;
  }

  /** Its signals, if it is a signal strategy. */
  Optional<SignalDriver> signals() {
    return strategy instanceof SignalDriver driver ? Optional.of(driver) : Optional.empty();
  }

  StrategyId id() {
    return entry.id();
  }

  /** What it may use of the quote currency, empty for all. */
  Optional<Money> allotment() {
    return allotment;
  }

  PositionKey key() {
    return key;
  }

  int number() {
    return number;
  }

  boolean wants(BarInterval length) {
    for (int i = 0; i < intervals.size(); i++) {
      if (intervals.get(i).equals(length)) {
        return true;
      }
    }
    return false;
  }

  Strategy strategy() {
    return strategy;
  }

  /** Starts the strategy, and before it what looks beside it. */
  void start(Orders orders) {
    watchers.start(orders);
    strategy.onStart(orders);
  }

  /** A timer of the strategy fired, or one of its watchers. */
  void timer(String name, Orders orders) {
    if (!watchers.timer(name, orders)) {
      strategy.onTimer(name, orders);
    }
  }

  /** The owner of its timers. */
  String timerOwner() {
    return key.strategy() + "/" + key.instrument();
  }

  /** What it keeps, by name. */
  Map<String, Kept> kept() {
    return kept;
  }

  /** What its indicators say now. */
  Readings readings() {
    return gauges.read();
  }

  @Override
  public PositionKey owner() {
    return key;
  }

  @Override
  public Map<String, Kept> states() {
    return kept;
  }

  private final class Context implements StrategyContext {
    private final Instrument instrument;
    private final KeptStates former;

    Context(Instrument instrument, KeptStates former) {
      this.instrument = instrument;
      this.former = former;
    }

    @Override
    public StrategyId id() {
      return entry.id();
    }

    @Override
    public Instrument instrument() {
      return instrument;
    }

    @Override
    public OmsType oms() {
      return entry.oms();
    }

    @Override
    public <T extends Kept> T keep(String name, T state) {
      if (!making) {
        throw new IllegalStateException(
            "keep(\"" + name + "\") must be called while the strategy is created");
      }
      return StrategySlot.this.keep(name, state, former);
    }

    @Override
    public void watch(String name, Duration interval, Watcher watcher) {
      if (!making) {
        throw new IllegalStateException(
            "watch(\"" + name + "\") must be called while the strategy is created");
      }
      watchers.add(name, interval, watcher);
    }
  }

  private <T extends Kept> T keep(String name, T state, KeptStates former) {
    if (kept.put(name, state) != null) {
      throw new IllegalArgumentException("the name \"" + name + "\" is kept twice");
    }
    former.restore(new KeptStates.Key(entry.id(), key.instrument(), name), state);
    return state;
  }
}
