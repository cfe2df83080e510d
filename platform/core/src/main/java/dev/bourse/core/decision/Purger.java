package dev.bourse.core.decision;

import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.settings.Purge;
import dev.bourse.core.state.TraderState;

/** Lets what nobody needs any more leave memory, in an interval. Live only. */
final class Purger {
  private static final String TIMER = "purge";

  private final TraderState state;
  private final Decider decider;
  private final Purge wanted;

  Purger(TraderState state, Decider decider) {
    this.state = state;
    this.decider = decider;
    this.wanted = state.settings().purge();
  }

  /** At the end of a turn. */
  void purge(Event event) {
    if (wanted.interval() == 0) {
      return;
    }
    boolean due =
        event instanceof TimerEvent timer
            && timer.owner().equals(TimerEvent.ENGINE)
            && timer.name().equals(TIMER);
    if (due) {
      decider.emit(
          new TurnResult.Purged(state.time() - wanted.orders(), state.time() - wanted.flows()));
    }
    if (due || event instanceof LifecycleEvent.Recovered) {
      long next = state.time() + wanted.interval();
      decider.emit(new TurnResult.TimerSet(TimerEvent.ENGINE, TIMER, next));
    }
  }
}
