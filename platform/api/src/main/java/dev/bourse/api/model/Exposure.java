package dev.bourse.api.model;

/**
 * What an account holds and orders of one contract. All amounts are in the currency of settlement.
 *
 * @param instrument the contract
 * @param held what the position is worth now, negative for a short one
 * @param cost what it was opened for, negative for a short one
 * @param unrealized what it has gained since
 * @param buying what live orders to buy are worth
 * @param selling what live orders to sell are worth
 */
public record Exposure(
    Instrument instrument, Money held, Money cost, Money unrealized, Money buying, Money selling) {
  /** Nothing held, nothing ordered. */
  public static Exposure none(Instrument instrument) {
    Money zero = instrument.settlement().zero();
    return new Exposure(instrument, zero, zero, zero, zero, zero);
  }

  /** With one more position of the account at a price. */
  public Exposure plus(Position position, Price mark) {
    if (position.isFlat()) {
      return this;
    }
    boolean shorts = position.side() == PositionSide.SHORT;
    Money worth = instrument.notional(mark, position.quantity());
    return new Exposure(
        instrument,
        held.plus(shorts ? worth.negate() : worth),
        cost.plus(shorts ? position.cost().negate() : position.cost()),
        unrealized.plus(position.unrealized(mark)),
        buying,
        selling);
  }

  /** With live orders of the given worth more. */
  public Exposure plus(Side side, Money worth) {
    boolean buys = side == Side.BUY;
    return new Exposure(
        instrument,
        held,
        cost,
        unrealized,
        buys ? buying.plus(worth) : buying,
        buys ? selling : selling.plus(worth));
  }

  /**
   * The greatest position that could come of it: all buys filled and no sell, or the other way
   * round. What only reduces adds nothing, and of an order through zero only the part beyond.
   */
  Money greatest(MarginMode mode) {
    Money now = mode == MarginMode.CROSS ? held : cost;
    Money up = abs(now.plus(buying));
    Money down = abs(now.minus(selling));
    return up.compareTo(down) >= 0 ? up : down;
  }

  static Money abs(Money money) {
    return money.signum() < 0 ? money.negate() : money;
  }
}
