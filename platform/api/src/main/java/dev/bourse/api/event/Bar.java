package dev.bourse.api.event;

import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;

/**
 * A finished bar. Its time is its close; an unfinished bar is never a {@code Bar}.
 *
 * @param instrument the version that scales the raw numbers
 * @param interval how long it is and what it is made of
 * @param eventTime the close in nanoseconds; of a bar of time exclusive, the first instant after
 *     the bar; of any other the time of the trade or quote that ended it
 * @param openRaw first price, scaled
 * @param highRaw highest price, scaled
 * @param lowRaw lowest price, scaled
 * @param closeRaw last price, scaled
 * @param volumeRaw traded size, scaled; 0 for a bar of quotes
 * @param complete false if data of this bar is known to be missing
 */
public record Bar(
    Instrument instrument,
    BarInterval interval,
    long eventTime,
    long openRaw,
    long highRaw,
    long lowRaw,
    long closeRaw,
    long volumeRaw,
    boolean complete)
    implements MarketEvent {
  /** Checks that low and high bound the other prices. */
  public Bar {
    if (lowRaw > Math.min(openRaw, closeRaw) || highRaw < Math.max(openRaw, closeRaw)) {
      throw new IllegalArgumentException(
          instrument.id()
              + ": bar with open="
              + openRaw
              + " high="
              + highRaw
              + " low="
              + lowRaw
              + " close="
              + closeRaw
              + " (scaled) has a price outside low..high");
    }
  }

  /** The first price. */
  public Price open() {
    return instrument.price(openRaw);
  }

  /** The highest price. */
  public Price high() {
    return instrument.price(highRaw);
  }

  /** The lowest price. */
  public Price low() {
    return instrument.price(lowRaw);
  }

  /** The last price. */
  public Price close() {
    return instrument.price(closeRaw);
  }

  /** The traded size. */
  public Quantity volume() {
    return instrument.quantity(volumeRaw);
  }

  /** The last price for indicators. */
  public double closeAsDouble() {
    return close().toDouble();
  }

  @Override
  public Bar at(long time) {
    return new Bar(
        instrument, interval, time, openRaw, highRaw, lowRaw, closeRaw, volumeRaw, complete);
  }
}
