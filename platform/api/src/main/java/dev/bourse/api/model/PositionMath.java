package dev.bourse.api.model;

import java.math.RoundingMode;

/**
 * What a fill does to a position. Pure functions.
 *
 * <p>Average cost: a fill in the position's direction adds its notional to the cost; one against it
 * takes a share of the cost, half even, and realises the difference; what goes beyond the position
 * opens one in the other direction at the rest of the notional. A fee in the currency of settlement
 * is added to the fees. On spot, a fee charged in base makes the position smaller at the same cost,
 * so it shows as a higher average price. A fee in a third currency touches only that balance.
 */
final class PositionMath {
  private PositionMath() {}

  /**
   * What a position gains that costs one amount and is given up for another. An inverse contract
   * gains in base when its worth in base falls.
   */
  static Money gain(Position position, Money cost, Money worth) {
    boolean rising =
        (position.side() == PositionSide.LONG) != position.instrument().contract().isInverse();
    return rising ? worth.minus(cost) : cost.minus(worth);
  }

  static Position after(Position before, Fill fill, Money notional) {
    Quantity quantity = fill.quantity().withDecimals(fill.instrument().base().decimals());
    PositionSide direction = fill.side() == Side.BUY ? PositionSide.LONG : PositionSide.SHORT;
    Position after =
        before.isFlat() || before.side() == direction
            ? grow(before, fill, notional, direction, quantity)
            : shrink(before, fill, notional, direction, quantity);
    return withFee(after, fill);
  }

  private static Position grow(
      Position before, Fill fill, Money notional, PositionSide direction, Quantity quantity) {
    return new Position(
        before.account(),
        before.strategy(),
        fill.instrument(),
        direction,
        before.quantity().plus(quantity),
        before.cost().plus(notional),
        before.realized(),
        before.fees(),
        before.fills() + 1);
  }

  private static Position shrink(
      Position before, Fill fill, Money notional, PositionSide direction, Quantity quantity) {
    Quantity closing = quantity.min(before.quantity());
    Money proceeds = notional.share(closing, quantity, RoundingMode.HALF_EVEN);
    Money cost = before.cost().share(closing, before.quantity(), RoundingMode.HALF_EVEN);
    Money gain = gain(before, cost, proceeds);
    Quantity left = before.quantity().minus(closing);
    Quantity opening = quantity.minus(closing);
    boolean flips = opening.isPositive();
    PositionSide side = flips ? direction : left.isZero() ? PositionSide.FLAT : before.side();
    return new Position(
        before.account(),
        before.strategy(),
        fill.instrument(),
        side,
        flips ? opening : left,
        flips ? notional.minus(proceeds) : before.cost().minus(cost),
        before.realized().plus(gain),
        before.fees(),
        before.fills() + 1);
  }

  private static Position withFee(Position position, Fill fill) {
    Money fee = fill.fee();
    Instrument instrument = fill.instrument();
    if (fee.signum() == 0) {
      return position;
    }
    if (fee.currency().equals(instrument.settlement())) {
      return new Position(
          position.account(),
          position.strategy(),
          instrument,
          position.side(),
          position.quantity(),
          position.cost(),
          position.realized(),
          position.fees().plus(fee),
          position.fills());
    }
    boolean inBase = instrument.isSpot() && fee.currency().equals(instrument.base());
    return inBase && position.side() == PositionSide.LONG ? lessBase(position, fee) : position;
  }

  private static Position lessBase(Position position, Money fee) {
    long left = position.quantity().raw() - fee.raw().longValueExact();
    if (left > 0) {
      return new Position(
          position.account(),
          position.strategy(),
          position.instrument(),
          position.side(),
          new Quantity(left, position.quantity().decimals()),
          position.cost(),
          position.realized(),
          position.fees(),
          position.fills());
    }
    Money zero = position.cost().currency().zero();
    return new Position(
        position.account(),
        position.strategy(),
        position.instrument(),
        PositionSide.FLAT,
        Quantity.zero(position.quantity().decimals()),
        zero,
        position.realized().minus(position.cost()),
        position.fees(),
        position.fills());
  }
}
