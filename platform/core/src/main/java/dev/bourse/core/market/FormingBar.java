package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/** The prices and the volume of a bar that is not finished, exact. Not thread-safe. */
final class FormingBar {
  private boolean open;
  private long openRaw;
  private long highRaw;
  private long lowRaw;
  private long closeRaw;
  private long volumeRaw;
  private boolean complete = true;

  /** Whether it holds anything. */
  boolean isOpen() {
    return open;
  }

  long volumeRaw() {
    return open ? volumeRaw : 0;
  }

  void add(long first, long high, long low, long last, long volume) {
    if (!open) {
      open = true;
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

  /** Data of it is missing. */
  void gap() {
    complete = false;
  }

  /** The finished bar; the next one begins. */
  Bar finish(Instrument instrument, BarInterval interval, long closeTime) {
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
    open = false;
    complete = true;
    return bar;
  }

  void save(StateWriter out) {
    out.putLong(openRaw).putLong(highRaw).putLong(lowRaw).putLong(closeRaw);
    out.putLong(volumeRaw).putBoolean(complete);
  }

  void load(boolean isOpen, StateReader in) {
    open = isOpen;
    openRaw = in.getLong();
    highRaw = in.getLong();
    lowRaw = in.getLong();
    closeRaw = in.getLong();
    volumeRaw = in.getLong();
    complete = in.getBoolean();
  }
}
