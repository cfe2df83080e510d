package dev.bourse.api.event;

import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;

/**
 * What longs of a contract pay shorts at this moment: the venue charges it at {@code eventTime}.
 *
 * @param instrument the contract
 * @param eventTime the venue's time in nanoseconds
 * @param rateRaw the share of the notional, with {@value #DECIMALS} decimals; negative where shorts
 *     pay longs
 */
public record FundingRate(Instrument instrument, long eventTime, long rateRaw)
    implements MarketEvent {
  /** Decimals of the rate. */
  public static final int DECIMALS = 10;

  /** The raw value of the whole notional, 100 %. */
  public static final long ONE = 10_000_000_000L;

  /** Checks that nobody pays more than all. */
  public FundingRate {
    if (rateRaw <= -ONE || rateRaw >= ONE) {
      throw new IllegalArgumentException(
          instrument.id()
              + ": funding rate "
              + Decimals.format(rateRaw, DECIMALS)
              + " must be a share between -1 and 1: 0.0001 is 0.01 %");
    }
  }

  /** The share as plain text, {@code 0.0001000000}. */
  public String rate() {
    return Decimals.format(rateRaw, DECIMALS);
  }

  @Override
  public FundingRate at(long time) {
    return new FundingRate(instrument, time, rateRaw);
  }
}
