package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import org.jspecify.annotations.Nullable;

/**
 * The price by which a venue judges the positions of a contract, and what it follows. Nobody trades
 * at it.
 *
 * @param instrument the contract
 * @param eventTime the venue's time in nanoseconds
 * @param mark the price, above zero, with the venue's own decimals
 * @param index the price of the underlying at other venues, or null where it is not told
 */
public record MarkPrice(Instrument instrument, long eventTime, Price mark, @Nullable Price index)
    implements MarketEvent {
  /** Checks that the prices are prices. */
  public MarkPrice {
    if (!mark.isPositive() || (index != null && !index.isPositive())) {
      throw new IllegalArgumentException(
          instrument.id() + ": mark=" + mark + " and index=" + index + " must be above zero");
    }
  }

  @Override
  public MarkPrice at(long time) {
    return new MarkPrice(instrument, time, mark, index);
  }
}
