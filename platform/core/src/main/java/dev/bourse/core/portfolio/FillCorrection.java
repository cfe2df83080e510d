package dev.bourse.core.portfolio;

import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.math.RoundingMode;

/**
 * What changes when the truth about an execution replaces what was reckoned for it.
 *
 * @param fill the real fill
 * @param notional how much more its covered part is worth than was reckoned; negative for less
 * @param reckonedFee the fee that was reckoned for that part
 * @param fee the fee that the venue charged for it
 */
public record FillCorrection(Fill fill, Money notional, Money reckonedFee, Money fee) {
  /** The correction for the covered part of a real fill. */
  public static FillCorrection of(
      Fill real, Quantity covered, Money reckonedNotional, Money reckonedFee) {
    Money notional = real.notional().share(covered, real.quantity(), RoundingMode.HALF_EVEN);
    Money fee = real.fee().share(covered, real.quantity(), RoundingMode.HALF_EVEN);
    return new FillCorrection(real, notional.minus(reckonedNotional), reckonedFee, fee);
  }

  /** What the quote balance gains on spot. */
  Money cash() {
    return fill.side() == Side.BUY ? notional.negate() : notional;
  }

  /** What a position that it closed gains. */
  private Money gain() {
    return fill.instrument().contract().isInverse() ? cash().negate() : cash();
  }

  /**
   * The position after it. What was reckoned too much of a closed part is profit or loss; what was
   * reckoned too much of a fee in base comes back, also to a position that is flat by now.
   */
  Position apply(Position before) {
    boolean opened =
        before.side() == (fill.side() == Side.BUY ? PositionSide.LONG : PositionSide.SHORT);
    Money settledFees = before.fees().plus(settled(fee)).minus(settled(reckonedFee));
    long base = raw(reckonedFee) - raw(fee);
    boolean grows = before.side() != PositionSide.SHORT;
    long quantity = Math.max(0, before.quantity().raw() + (grows ? base : 0));
    PositionSide side =
        quantity == 0
            ? PositionSide.FLAT
            : before.side() == PositionSide.FLAT ? PositionSide.LONG : before.side();
    return new Position(
        before.account(),
        before.strategy(),
        before.instrument(),
        side,
        new Quantity(quantity, before.quantity().decimals()),
        opened ? before.cost().plus(notional) : before.cost(),
        opened ? before.realized() : before.realized().plus(gain()),
        settledFees,
        before.fills(),
        before.id());
  }

  private Money settled(Money amount) {
    Money zero = fill.instrument().settlement().zero();
    return amount.currency().equals(zero.currency()) ? amount : zero;
  }

  private long raw(Money amount) {
    boolean inBase =
        fill.instrument().isSpot() && amount.currency().equals(fill.instrument().base());
    return inBase ? amount.raw().longValueExact() : 0;
  }
}
