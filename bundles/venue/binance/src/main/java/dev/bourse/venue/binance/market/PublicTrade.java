package dev.bourse.venue.binance.market;

import java.math.BigDecimal;

/**
 * A trade as everybody sees it.
 *
 * @param id its number in this market, rising by one
 * @param price the price
 * @param quantity how much of the base
 * @param time nanoseconds since 1970
 * @param buyerIsMaker whether the seller came to a resting bid
 */
public record PublicTrade(
    long id, BigDecimal price, BigDecimal quantity, long time, boolean buyerIsMaker) {
  /** What was paid. */
  public BigDecimal worth() {
    return price.multiply(quantity);
  }
}
