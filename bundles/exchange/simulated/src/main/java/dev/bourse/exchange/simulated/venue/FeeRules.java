package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What trading costs.
 *
 * @param maker the fee of resting orders, or null for the instrument's
 * @param taker the fee of orders that take, or null for the instrument's
 * @param inBase whether buys pay their fee in the base they receive
 */
public record FeeRules(@Nullable Rate maker, @Nullable Rate taker, boolean inBase) {
  /** The fee rate of a fill. */
  Rate rate(Instrument instrument, Liquidity liquidity) {
    if (liquidity == Liquidity.MAKER) {
      return maker != null ? maker : instrument.makerFee();
    }
    return taker != null ? taker : instrument.takerFee();
  }

  /** The higher of both rates: what has to be reserved. */
  Rate highest(Instrument instrument) {
    Rate makers = rate(instrument, Liquidity.MAKER);
    Rate takers = rate(instrument, Liquidity.TAKER);
    return makers.raw() > takers.raw() ? makers : takers;
  }
}
