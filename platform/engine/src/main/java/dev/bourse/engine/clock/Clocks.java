package dev.bourse.engine.clock;

import dev.bourse.api.model.TradingMode;

/** Makes the clock of a trader that starts. Any thread. */
@FunctionalInterface
public interface Clocks {
  /** The wall for live and paper trading, the data's time for replay. */
  Clocks REAL =
      (mode, speed) -> mode == TradingMode.REPLAY ? new VirtualClock(speed) : new WallClock();

  /**
   * A clock of its own for one start.
   *
   * @param speed how fast recorded data is replayed
   */
  TraderClock of(TradingMode mode, Speed speed);
}
