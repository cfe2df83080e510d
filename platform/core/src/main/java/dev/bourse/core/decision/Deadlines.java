package dev.bourse.core.decision;

import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.signal.SignalDriver;
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
    if (!asking) {
      return next;
    } else if (!state.joins().isAnyWaiting()) {
      return Math.min(next, state.strategyTimers().next());
    }
    Timer strategy = strategies();
    return strategy == null ? next : Math.min(next, strategy.deadline());
  }

  /** The first timer of a strategy; those of strategies that wait for their past are held back. */
  private @Nullable Timer strategies() {
    return state.joins().isAnyWaiting()
        ? state.strategyTimers().first(this::isFree)
        : state.strategyTimers().due(Long.MAX_VALUE - 1);
  }

  /** The exits of signals are watched while their strategy waits. */
  private boolean isFree(Timer timer) {
    int end = timer.owner().indexOf('/');
    return end < 0
        || timer.name().equals(SignalDriver.TIMER)
        || !state.joins().isWaiting(new StrategyId(timer.owner().substring(0, end)));
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
    Timer strategy = asking ? strategies() : null;
    Timer first = engine;
    if (strategy != null
        && strategy.deadline() <= time
        && (first == null || strategy.deadline() < first.deadline())) {
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
