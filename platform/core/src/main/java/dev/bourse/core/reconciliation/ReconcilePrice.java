package dev.bourse.core.reconciliation;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The price of an execution that nobody saw, so that after it the average price is the venue's:
 * from flat and through zero the venue's average, else what makes the difference of the costs.
 */
final class ReconcilePrice {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private ReconcilePrice() {}

  /**
   * The price, half down to the instrument's decimals; null if it cannot be told: no average at the
   * venue, no difference, or it would not be above zero.
   */
  static @Nullable Price of(Instrument instrument, Held ours, Held theirs) {
    BigDecimal average = theirs.average();
    BigDecimal difference = theirs.signed().subtract(ours.signed());
    if (average == null || average.signum() <= 0 || difference.signum() == 0) {
      return null;
    }
    boolean through = ours.signed().signum() != theirs.signed().signum();
    if (ours.signed().signum() == 0 || through) {
      return rounded(instrument, average);
    }
    BigDecimal known = ours.average();
    if (known == null) {
      return null;
    }
    boolean inverse = instrument.contract().isInverse();
    BigDecimal worth =
        worth(theirs.signed(), average, inverse).subtract(worth(ours.signed(), known, inverse));
    if (worth.signum() * difference.signum() <= 0) {
      return null;
    }
    return rounded(
        instrument, inverse ? difference.divide(worth, EXACT) : worth.divide(difference, EXACT));
  }

  /** A contract of inverse kind is worth its size divided by the price. */
  private static BigDecimal worth(BigDecimal signed, BigDecimal price, boolean inverse) {
    return inverse ? signed.divide(price, EXACT) : signed.multiply(price);
  }

  private static @Nullable Price rounded(Instrument instrument, BigDecimal price) {
    BigDecimal rounded = price.setScale(instrument.priceDecimals(), RoundingMode.HALF_DOWN);
    return rounded.signum() > 0 ? Price.of(rounded.toPlainString()) : null;
  }
}
