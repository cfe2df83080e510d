package dev.bourse.core.decision;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.status.StatusTable;
import dev.bourse.core.strategy.KeptStates;
import java.util.List;

/**
 * While strategies are not asked, the exits of their signals are watched as held orders are:
 * whenever the status lets the engine send what reduces. A flatten sells by itself.
 */
final class SignalGuard {
  private final TraderState state;
  private final TraderFacts facts;
  private final Decider decider;
  private final Asker live;
  private final Effects effects;

  SignalGuard(TraderState state, TraderFacts facts, Decider decider, Asker live, Effects effects) {
    this.state = state;
    this.facts = facts;
    this.decider = decider;
    this.live = live;
    this.effects = effects;
  }

  boolean mayAct() {
    return !state.flags().isFlattening() && StatusTable.of(facts.status()).reduce().allows(false);
  }

  /** True if a signal was to be closed and is. */
  boolean act(Event event) {
    if (!mayAct()) {
      return false;
    }
    decider.guarding(true);
    List<StrategySlot> moved = live.guard(event, effects);
    boolean closed = event instanceof ControlEvent.CloseSignal close && live.close(close);
    decider.guarding(false);
    moved.forEach(this::save);
    return closed;
  }

  /** The same by the record. */
  void repeat(Asker rehearsed, Event event) {
    if (mayAct()) {
      rehearsed.guard(event, effects);
      if (event instanceof ControlEvent.CloseSignal close) {
        rehearsed.close(close);
      }
    }
  }

  /** Saves the signals of a strategy whose object is lost. */
  void save(StrategySlot slot) {
    InstrumentId instrument = slot.key().instrument();
    slot.signals()
        .ifPresent(
            signals ->
                decider.emit(saved(slot.id(), instrument, KeptStates.SIGNALS, signals.book())));
  }

  static TurnResult saved(StrategyId id, InstrumentId instrument, String name, Kept kept) {
    StateWriter out = new StateWriter();
    kept.save(out);
    return new TurnResult.StateSaved(id, instrument, name, kept.stateVersion(), out.toBytes());
  }
}
