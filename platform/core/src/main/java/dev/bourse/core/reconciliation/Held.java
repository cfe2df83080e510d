package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How much is held, and at what average; numbers of any width, because venues say averages with
 * more decimals than prices have.
 *
 * @param signed below zero for short
 * @param average what it was opened at; null when flat, or if nobody says
 */
record Held(BigDecimal signed, @Nullable BigDecimal average) {
  /** Nothing. */
  static final Held NOTHING = new Held(BigDecimal.ZERO, null);

  private static final MathContext EXACT = MathContext.DECIMAL128;

  /** What a venue says. */
  static Held of(AccountEvent.PositionReport report) {
    BigDecimal size = new BigDecimal(report.quantity().toString());
    BigDecimal signed = report.side() == PositionSide.SHORT ? size.negate() : size;
    BigDecimal average =
        report.averagePrice() == null ? null : new BigDecimal(report.averagePrice().toString());
    return new Held(signed, signed.signum() == 0 ? null : average);
  }

  /** After an execution. */
  Held after(Fill fill) {
    BigDecimal size = new BigDecimal(fill.quantity().toString());
    return after(
        fill.side() == Side.SELL ? size.negate() : size,
        new BigDecimal(fill.price().toString()),
        fill.instrument());
  }

  private Held after(BigDecimal change, BigDecimal price, Instrument instrument) {
    BigDecimal total = signed.add(change);
    if (total.signum() == 0) {
      return NOTHING;
    }
    if (signed.signum() * change.signum() < 0) {
      return new Held(total, total.signum() == signed.signum() ? average : price);
    }
    BigDecimal before = average;
    if (signed.signum() == 0 || before == null) {
      return new Held(total, price);
    }
    BigDecimal mean =
        instrument.contract().isInverse()
            ? total.divide(signed.divide(before, EXACT).add(change.divide(price, EXACT)), EXACT)
            : signed.multiply(before).add(change.multiply(price)).divide(total, EXACT);
    return new Held(total, mean);
  }

  /** Both together; an average only where both are of one side. */
  Held plus(Held other) {
    if (isFlat() || other.isFlat()) {
      return isFlat() ? other : this;
    }
    BigDecimal total = signed.add(other.signed);
    BigDecimal mine = average;
    BigDecimal theirs = other.average;
    boolean oneSide = signed.signum() == other.signed.signum();
    if (total.signum() == 0 || !oneSide || mine == null || theirs == null) {
      return new Held(total, null);
    }
    BigDecimal cost = signed.multiply(mine).add(other.signed.multiply(theirs));
    return new Held(total, cost.divide(total, EXACT));
  }

  boolean isFlat() {
    return signed.signum() == 0;
  }

  /** Whether both are the same size, and the same average to a hundredth of a percent. */
  boolean matches(Held other) {
    if (signed.compareTo(other.signed) != 0) {
      return false;
    }
    BigDecimal mine = average;
    BigDecimal theirs = other.average;
    return mine == null
        || theirs == null
        || mine.subtract(theirs).abs().multiply(BigDecimal.valueOf(10_000)).compareTo(theirs) <= 0;
  }

  /** The size as a quantity of the instrument, rounded to what can be held of it. */
  static Quantity size(Instrument instrument, BigDecimal signed) {
    return Quantity.of(signed.abs().toPlainString())
        .withDecimals(instrument.quantityDecimals(), java.math.RoundingMode.HALF_EVEN);
  }

  @Override
  public String toString() {
    if (isFlat()) {
      return "flat";
    }
    String size = signed.abs().stripTrailingZeros().toPlainString();
    String side = signed.signum() > 0 ? "LONG " : "SHORT ";
    BigDecimal mean = average;
    return side + size + (mean == null ? "" : " at " + mean.stripTrailingZeros().toPlainString());
  }
}
