package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Rate;
import java.math.RoundingMode;

/**
 * What an order that takes liquidity pays beyond the market's price.
 *
 * @param ticks so many ticks
 * @param rate and a share of the price, rounded up to a tick
 * @param entriesOnly whether only orders that open a position or add to it pay it
 */
public record Slippage(int ticks, Rate rate, boolean entriesOnly) {
  /** How far a price moves against the taker; both scaled as the instrument's prices. */
  long of(long priceRaw, long tickRaw) {
    long fixed = Math.multiplyExact(tickRaw, (long) ticks);
    if (rate.raw() == 0) {
      return fixed;
    }
    Int128 share = Int128.product(priceRaw, rate.raw());
    long shareInTicks =
        share
            .dividedBy(Math.multiplyExact(Rate.ONE, tickRaw), RoundingMode.CEILING)
            .longValueExact();
    return Math.addExact(fixed, Math.multiplyExact(shareInTicks, tickRaw));
  }
}
