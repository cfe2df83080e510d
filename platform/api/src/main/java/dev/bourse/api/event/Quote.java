package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;

/**
 * The best bid and offer. A newer quote replaces an older one, so quotes may be conflated.
 *
 * @param instrument the version that scales the raw numbers
 * @param eventTime the venue's time in nanoseconds
 * @param bidRaw best bid, scaled
 * @param bidSizeRaw size at the best bid, scaled
 * @param askRaw best offer, scaled
 * @param askSizeRaw size at the best offer, scaled
 */
public record Quote(
    Instrument instrument,
    long eventTime,
    long bidRaw,
    long bidSizeRaw,
    long askRaw,
    long askSizeRaw)
    implements MarketEvent {
  /** The best bid. */
  public Price bid() {
    return instrument.price(bidRaw);
  }

  /** The best offer. */
  public Price ask() {
    return instrument.price(askRaw);
  }

  /** The size at the best bid. */
  public Quantity bidSize() {
    return instrument.quantity(bidSizeRaw);
  }

  /** The size at the best offer. */
  public Quantity askSize() {
    return instrument.quantity(askSizeRaw);
  }

  /** The middle of bid and offer, for indicators. */
  public double midAsDouble() {
    return (bidRaw + askRaw)
        * 0.5
        / dev.bourse.api.model.Decimals.powerOfTen(instrument.priceDecimals());
  }

  @Override
  public Quote at(long time) {
    return new Quote(instrument, time, bidRaw, bidSizeRaw, askRaw, askSizeRaw);
  }
}
