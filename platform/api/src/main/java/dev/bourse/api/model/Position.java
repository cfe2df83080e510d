package dev.bourse.api.model;

import java.util.Optional;

/**
 * What one strategy holds of one instrument on one account; of a strategy that hedges, one of
 * several such positions.
 *
 * <p>{@code cost} is exact: the sum of the notionals that opened the quantity. Closing takes a
 * share of it, rounded half even, and leaves the remainder, so that cost, realised profit and cash
 * always add up. How fills change it is {@link #after}.
 *
 * @param account the account
 * @param strategy the owner
 * @param instrument the instrument, newest version
 * @param side long, short or flat
 * @param quantity the size in the base currency's decimals, zero when flat; a fee charged in base
 *     makes it smaller
 * @param cost what the open quantity was bought (or sold) for, in the currency in which the
 *     instrument is settled, zero when flat
 * @param realized profit and loss of what was closed, in that currency, fees not included
 * @param fees all fees of this position's fills that were charged in that currency
 * @param fills how many fills were counted
 * @param id its name among the owner's positions of the instrument, {@link PositionId#NETTED} for
 *     the only one
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
    long fills,
    PositionId id) {

  /** A position without a name. */
  public Position(
      AccountId account,
      StrategyId strategy,
      Instrument instrument,
      PositionSide side,
      Quantity quantity,
      Money cost,
      Money realized,
      Money fees,
      long fills) {
    this(
        account,
        strategy,
        instrument,
        side,
        quantity,
        cost,
        realized,
        fees,
        fills,
        PositionId.NETTED);
  }

  /** Nothing held, nothing earned. */
  public static Position flat(AccountId account, StrategyId strategy, Instrument instrument) {
    return flat(account, strategy, instrument, PositionId.NETTED);
  }

  /** Nothing held, nothing earned under a name. */
  public static Position flat(
      AccountId account, StrategyId strategy, Instrument instrument, PositionId id) {
    Money zero = instrument.settlement().zero();
    Quantity none = Quantity.zero(instrument.base().decimals());
    return new Position(
        account, strategy, instrument, PositionSide.FLAT, none, zero, zero, zero, 0, id);
  }

  /** Whether nothing is held. */
  public boolean isFlat() {
    return side == PositionSide.FLAT;
  }

  /**
   * The price at which the quantity is worth its cost, rounded half even to the price's decimals
   * plus four, or to as many as fit 64 bits; empty when flat.
   */
  public Optional<Price> averagePrice() {
    if (isFlat() || (instrument.contract().isInverse() && cost.signum() == 0)) {
      return Optional.empty();
    }
    int decimals = Math.min(Decimals.MAX_DECIMALS, instrument.priceDecimals() + 4);
    return Optional.of(instrument.priceOf(cost, quantity, decimals));
  }

  /** Profit and loss of the open quantity at the given price, fees not included. */
  public Money unrealized(Price price) {
    if (isFlat()) {
      return instrument.settlement().zero();
    }
    return PositionMath.gain(this, cost, instrument.notional(price, quantity));
  }

  /** The position after a fill. */
  public Position after(Fill fill) {
    return PositionMath.after(this, fill, fill.notional());
  }

  /** The position after a fill of the given worth, {@link Fill#notional()}. */
  public Position after(Fill fill, Money notional) {
    return PositionMath.after(this, fill, notional);
  }
}
