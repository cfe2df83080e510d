package dev.bourse.api.event;

import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A public trade.
 *
 * @param instrument the version that scales the raw numbers
 * @param eventTime the venue's time in nanoseconds
 * @param priceRaw price, scaled
 * @param sizeRaw size, scaled, above zero
 * @param aggressor who crossed the spread, where known
 * @param venueTradeId the venue's id; only an id can prove that two equal rows are one trade
 */
public record Trade(
    Instrument instrument,
    long eventTime,
    long priceRaw,
    long sizeRaw,
    AggressorSide aggressor,
    @Nullable String venueTradeId)
    implements MarketEvent {
  /** The price. */
  public Price price() {
    return instrument.price(priceRaw);
  }

  /** The size. */
  public Quantity size() {
    return instrument.quantity(sizeRaw);
  }

  /** The price for indicators. */
  public double priceAsDouble() {
    return price().toDouble();
  }

  @Override
  public Trade at(long time) {
    return new Trade(instrument, time, priceRaw, sizeRaw, aggressor, venueTradeId);
  }
}
