package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Rate;
import org.jspecify.annotations.Nullable;

/**
 * How the venue treats everybody's orders.
 *
 * @param latency how long a command travels, nanoseconds
 * @param slippageTicks how many ticks an order that takes liquidity pays on top
 * @param worseOfTwoTrades whether an order that takes from trades gets the worse of the last trade
 *     and the next one: a trade alone does not say at which side of the spread it happened
 * @param makerFee the fee of resting orders, or null for the instrument's
 * @param takerFee the fee of orders that take, or null for the instrument's
 * @param feeInBase whether buys pay their fee in the base they receive
 * @param barPercent how much of a bar's volume may be filled, 1 to 100
 * @param history how long closed orders and fills can be asked for, nanoseconds
 */
public record VenueRules(
    long latency,
    int slippageTicks,
    boolean worseOfTwoTrades,
    @Nullable Rate makerFee,
    @Nullable Rate takerFee,
    boolean feeInBase,
    int barPercent,
    long history) {
  /** The fee rate of a fill. */
  Rate fee(Instrument instrument, Liquidity liquidity) {
    if (liquidity == Liquidity.MAKER) {
      return makerFee != null ? makerFee : instrument.makerFee();
    }
    return takerFee != null ? takerFee : instrument.takerFee();
  }

  /** The higher of both rates: what has to be reserved. */
  Rate highestFee(Instrument instrument) {
    Rate maker = fee(instrument, Liquidity.MAKER);
    Rate taker = fee(instrument, Liquidity.TAKER);
    return maker.raw() > taker.raw() ? maker : taker;
  }
}
