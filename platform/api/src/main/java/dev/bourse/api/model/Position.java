package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What one strategy holds of one instrument on one account.
 *
 * <p>{@code cost} is exact: the sum of the notionals that opened the quantity. Closing takes a
 * share of it, rounded half even, and leaves the remainder, so that cost, realised profit and cash
 * always add up.
 *
 * @param account the account
 * @param strategy the owner
 * @param instrument the instrument, newest version
 * @param side long, short or flat
 * @param quantity the size in the base currency's decimals, zero when flat; a fee charged in base
 *     makes it smaller
 * @param cost what the open quantity was bought (or sold) for, in quote currency, zero when flat
 * @param realized profit and loss of what was closed, in quote currency, fees not included
 * @param fees all fees of this position's fills that were charged in quote currency
 * @param fills how many fills were counted
 */
public record Position(
    AccountId account,
    StrategyId strategy,
    Instrument instrument,
    PositionSide side,
    Quantity quantity,
    Money cost,
    Money realized,
    Money fees,
    long fills) {

  /** Nothing held, nothing earned. */
  public static Position flat(AccountId account, StrategyId strategy, Instrument instrument) {
    Money zero = instrument.quote().zero();
    Quantity none = Quantity.zero(instrument.base().decimals());
    return new Position(
        account, strategy, instrument, PositionSide.FLAT, none, zero, zero, zero, 0);
  }

  /** Whether nothing is held. */
  public boolean isFlat() {
    return side == PositionSide.FLAT;
  }

  /**
   * Cost per unit, rounded half even to the price's decimals plus four, or to as many as fit 64
   * bits; empty when flat.
   */
  public Optional<Price> averagePrice() {
    if (isFlat()) {
      return Optional.empty();
    }
    BigDecimal spent = new BigDecimal(cost.raw().abs().toBigInteger(), cost.currency().decimals());
    BigDecimal size = BigDecimal.valueOf(quantity.raw(), quantity.decimals());
    int decimals = Math.min(Decimals.MAX_DECIMALS, instrument.priceDecimals() + 4);
    BigDecimal average = spent.divide(size, decimals, RoundingMode.HALF_EVEN);
    while (average.unscaledValue().bitLength() > 63 && decimals > 0) {
      decimals--;
      average = spent.divide(size, decimals, RoundingMode.HALF_EVEN);
    }
    return Optional.of(new Price(average.unscaledValue().longValueExact(), decimals));
  }

  /** Profit and loss of the open quantity at the given price, fees not included. */
  public Money unrealized(Price price) {
    if (isFlat()) {
      return instrument.quote().zero();
    }
    Money value = instrument.notional(price, quantity);
    return side == PositionSide.LONG ? value.minus(cost) : cost.minus(value);
  }
}
