package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Rate;
import org.jspecify.annotations.Nullable;

/**
 * How the venue treats accounts that hold contracts.
 *
 * @param terms the terms of every account, or null for cash accounts
 * @param worst whether positions are judged by the worst price of a bar, instead of its close
 * @param liquidationFee the share of the notional that a liquidation costs
 * @param fundingRate the share of the notional that longs pay shorts in each interval, negative for
 *     the other way round
 * @param fundingInterval the time between two payments, nanoseconds
 */
public record MarginRules(
    @Nullable MarginTerms terms,
    boolean worst,
    Rate liquidationFee,
    Rate fundingRate,
    long fundingInterval) {
  /** Whether somebody pays funding. */
  boolean funds() {
    return terms != null && fundingRate.raw() != 0;
  }
}
