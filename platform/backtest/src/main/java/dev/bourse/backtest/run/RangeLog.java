package dev.bourse.backtest.run;

import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;
import org.jspecify.annotations.Nullable;

/** The lowest and the highest price since somebody last asked, exact over changes of the tick. */
final class RangeLog {
  private final InstrumentId id;
  private @Nullable Instrument version;
  private long low;
  private long high;
  private long lastLow;
  private long lastHigh;
  private @Nullable Price lowBefore;
  private @Nullable Price highBefore;

  RangeLog(InstrumentId id) {
    this.id = id;
  }

  /** Takes the prices of an event. */
  @SuppressWarnings("ReferenceEquality") // a source repeats the same object: no equals needed then
  void take(Instrument itsVersion, long itsLow, long itsHigh) {
    if (itsVersion != version) {
      change(itsVersion, itsLow, itsHigh);
    }
    low = Math.min(low, itsLow);
    high = Math.max(high, itsHigh);
    lastLow = itsLow;
    lastHigh = itsHigh;
  }

  private void change(Instrument next, long itsLow, long itsHigh) {
    if (version != null) {
      lowBefore = low();
      highBefore = high();
    }
    version = next;
    low = itsLow;
    high = itsHigh;
  }

  private Price low() {
    Price now = required().price(low);
    return lowBefore != null && lowBefore.compareTo(now) < 0 ? lowBefore : now;
  }

  private Price high() {
    Price now = required().price(high);
    return highBefore != null && highBefore.compareTo(now) > 0 ? highBefore : now;
  }

  private Instrument required() {
    if (version == null) {
      throw new IllegalStateException(id + " was filled before it had a price");
    }
    return version;
  }

  /** The range since the last call; the next one begins with the last event. */
  PriceRange next() {
    PriceRange range = new PriceRange(id, low(), high());
    lowBefore = null;
    highBefore = null;
    low = lastLow;
    high = lastHigh;
    return range;
  }
}
