package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Builds bars of one length from trades or smaller bars. A bar without data is not built. Not
 * thread-safe.
 *
 * <p>Data that arrives for a bar already closed counts into the forming one: prices are never lost,
 * and no bar changes after it was shown.
 */
final class BarBuilder {
  private final BarInterval interval;
  private boolean open;
  private long closeTime;
  private long openRaw;
  private long highRaw;
  private long lowRaw;
  private long closeRaw;
  private long volumeRaw;
  private boolean complete = true;

  BarBuilder(BarInterval interval) {
    this.interval = interval;
  }

  BarInterval interval() {
    return interval;
  }

  void add(long eventTime, long first, long high, long low, long last, long volume) {
    if (!open) {
      open = true;
      closeTime = Math.max(closeTime, interval.closeAfter(Math.max(eventTime, closeTime)));
      openRaw = first;
      highRaw = high;
      lowRaw = low;
      volumeRaw = 0;
    }
    highRaw = Math.max(highRaw, high);
    lowRaw = Math.min(lowRaw, low);
    closeRaw = last;
    volumeRaw = Math.addExact(volumeRaw, volume);
  }

  void gap() {
    complete = false;
  }

  /** When the forming bar ends, {@link Long#MAX_VALUE} without one. */
  long closeTime() {
    return open ? closeTime : Long.MAX_VALUE;
  }

  /** The forming bar if it ends at or before the time, else null. */
  @Nullable Bar close(long time, Instrument instrument) {
    if (!open || closeTime > time) {
      return null;
    }
    open = false;
    Bar bar =
        new Bar(
            instrument,
            interval,
            closeTime,
            openRaw,
            highRaw,
            lowRaw,
            closeRaw,
            volumeRaw,
            complete);
    complete = true;
    return bar;
  }

  void save(StateWriter out) {
    out.putLong(interval.nanos()).putBoolean(open).putLong(closeTime).putLong(openRaw);
    out.putLong(highRaw).putLong(lowRaw).putLong(closeRaw).putLong(volumeRaw).putBoolean(complete);
  }

  static BarBuilder load(StateReader in) {
    BarBuilder builder = new BarBuilder(new BarInterval(in.getLong()));
    builder.open = in.getBoolean();
    builder.closeTime = in.getLong();
    builder.openRaw = in.getLong();
    builder.highRaw = in.getLong();
    builder.lowRaw = in.getLong();
    builder.closeRaw = in.getLong();
    builder.volumeRaw = in.getLong();
    builder.complete = in.getBoolean();
    return builder;
  }
}
