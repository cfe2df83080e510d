package dev.bourse.core.decision;

import dev.bourse.api.event.TimerEvent;
import dev.bourse.core.state.EventFold;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.time.Timers.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What is due by time alone. Nothing is before a start has recovered: a bar that closed then would
 * be one that no strategy has seen.
 */
record Deadlines(TraderState state) {
  /**
   * The next time at which {@link #due} has something; {@link Long#MAX_VALUE} for never.
   *
   * @param asking whether strategies may be asked, so that their timers count
   */
  long next(boolean asking) {
    if (!state.flags().isRecovered()) {
      return Long.MAX_VALUE;
    }
    long next = Math.min(state.engineTimers().next(), bars());
    return asking ? Math.min(next, state.strategyTimers().next()) : next;
  }

  private long bars() {
    long close = state.market().nextClose();
    return close == Long.MAX_VALUE ? close : close + state.settings().barGrace();
  }

  /** The first timer due; bars first, then the engine's, then strategies' if they may be asked. */
  @Nullable TimerEvent due(long time, boolean asking) {
    if (next(asking) > time) {
      return null;
    }
    long bars = bars();
    Timer engine = state.engineTimers().due(time);
    Timer strategy = asking ? state.strategyTimers().due(time) : null;
    Timer first = engine;
    if (first == null || (strategy != null && strategy.deadline() < first.deadline())) {
      first = strategy;
    }
    if (bars <= time && (first == null || bars <= first.deadline())) {
      return new TimerEvent(TimerEvent.ENGINE, EventFold.BARS, bars, bars < state.startedAt());
    }
    return first == null
        ? null
        : new TimerEvent(
            first.owner(), first.name(), first.deadline(), first.deadline() < state.startedAt());
  }
}
