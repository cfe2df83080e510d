package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Builds bars of one length in time from trades, quotes or smaller bars. A bar without data is not
 * built. Not thread-safe.
 *
 * <p>Data that arrives for a bar already closed counts into the forming one: prices are never lost,
 * and no bar changes after it was shown.
 */
final class TimeBars {
  private final BarInterval interval;
  private final FormingBar forming = new FormingBar();
  private long closeTime;

  TimeBars(BarInterval interval) {
    this.interval = interval;
  }

  BarInterval interval() {
    return interval;
  }

  void add(long eventTime, long first, long high, long low, long last, long volume) {
    if (!forming.isOpen()) {
      closeTime = Math.max(closeTime, interval.closeAfter(Math.max(eventTime, closeTime)));
    }
    forming.add(first, high, low, last, volume);
  }

  void gap() {
    forming.gap();
  }

  /** When the forming bar ends, {@link Long#MAX_VALUE} without one. */
  long closeTime() {
    return forming.isOpen() ? closeTime : Long.MAX_VALUE;
  }

  /** The forming bar if it ends at or before the time, else null. */
  @Nullable Bar close(long time, Instrument instrument) {
    return closeTime() <= time ? forming.finish(instrument, interval, closeTime) : null;
  }

  void save(StateWriter out) {
    out.putBoolean(forming.isOpen()).putLong(closeTime);
    forming.save(out);
  }

  void load(StateReader in) {
    boolean open = in.getBoolean();
    closeTime = in.getLong();
    forming.load(open, in);
  }
}
