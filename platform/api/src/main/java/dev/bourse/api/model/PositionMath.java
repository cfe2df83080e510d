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
    Quantity quantity = fill.quantity();
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
        HeldQuantity.plus(before.quantity(), quantity, decimals(fill)),
        before.cost().plus(notional),
        before.realized(),
        before.fees(),
        before.fills() + 1,
        before.id());
  }

  private static Position shrink(
      Position before, Fill fill, Money notional, PositionSide direction, Quantity quantity) {
    boolean closes = quantity.compareTo(before.quantity()) >= 0;
    Quantity closing = closes ? before.quantity() : quantity;
    Money proceeds = notional.share(closing, quantity, RoundingMode.HALF_EVEN);
    Money cost = before.cost().share(closing, before.quantity(), RoundingMode.HALF_EVEN);
    Money gain = gain(before, cost, proceeds);
    Quantity left = HeldQuantity.minus(before.quantity(), closing, decimals(fill));
    Quantity opening = HeldQuantity.minus(quantity, closing, decimals(fill));
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
        before.fills() + 1,
        before.id());
  }

  private static int decimals(Fill fill) {
    return fill.instrument().base().decimals();
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
          position.fills(),
          position.id());
    }
    boolean inBase = instrument.isSpot() && fee.currency().equals(instrument.base());
    return inBase && position.side() == PositionSide.LONG ? lessBase(position, fee) : position;
  }

  private static Position lessBase(Position position, Money fee) {
    int decimals = position.instrument().base().decimals();
    Quantity left = HeldQuantity.minus(position.quantity(), fee.raw(), decimals);
    if (left.isPositive()) {
      return new Position(
          position.account(),
          position.strategy(),
          position.instrument(),
          position.side(),
          left,
          position.cost(),
          position.realized(),
          position.fees(),
          position.fills(),
          position.id());
    }
    Money zero = position.cost().currency().zero();
    return new Position(
        position.account(),
        position.strategy(),
        position.instrument(),
        PositionSide.FLAT,
        left,
        zero,
        position.realized().minus(position.cost()),
        position.fees(),
        position.fills(),
        position.id());
  }
}
