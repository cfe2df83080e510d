package dev.bourse.api.model;

/**
 * What an account holds and orders of one contract; of an account that is hedged, of one side of
 * it. All amounts are in the currency of settlement.
 *
 * @param instrument the contract
 * @param held what the position is worth now, negative for a short one
 * @param cost what it was opened for, negative for a short one
 * @param unrealized what it has gained since
 * @param buying what live orders to buy are worth
 * @param selling what live orders to sell are worth
 * @param side which side of the contract, {@link PositionSide#FLAT} for both in one
 */
public record Exposure(
    Instrument instrument,
    Money held,
    Money cost,
    Money unrealized,
    Money buying,
    Money selling,
    PositionSide side) {
  /** What is held and ordered of both sides in one. */
  public Exposure(
      Instrument instrument,
      Money held,
      Money cost,
      Money unrealized,
      Money buying,
      Money selling) {
    this(instrument, held, cost, unrealized, buying, selling, PositionSide.FLAT);
  }

  /** Nothing held, nothing ordered. */
  public static Exposure none(Instrument instrument) {
    return none(instrument, PositionSide.FLAT);
  }

  /** Nothing held, nothing ordered of one side, or of {@link PositionSide#FLAT both in one}. */
  public static Exposure none(Instrument instrument, PositionSide side) {
    Money zero = instrument.settlement().zero();
    return new Exposure(instrument, zero, zero, zero, zero, zero, side);
  }

  /** Whether a position of the contract counts here. */
  public boolean counts(Position position) {
    return position.instrument().id().equals(instrument.id())
        && (side == PositionSide.FLAT || side == position.side());
  }

  /** Whether an order of the contract counts here. */
  public boolean counts(Order order) {
    return order.spec().instrument().id().equals(instrument.id())
        && (side == PositionSide.FLAT || side == order.positionSide());
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
        selling,
        side);
  }

  /** With live orders of the given worth more. */
  public Exposure plus(Side direction, Money worth) {
    boolean buys = direction == Side.BUY;
    return new Exposure(
        instrument,
        held,
        cost,
        unrealized,
        buys ? buying.plus(worth) : buying,
        buys ? selling : selling.plus(worth),
        side);
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
