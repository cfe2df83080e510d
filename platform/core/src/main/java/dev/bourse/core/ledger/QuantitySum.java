package dev.bourse.core.ledger;

import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Quantity;
import java.math.RoundingMode;

/**
 * A sum of quantities that may have different decimals, exact in 128 bits: it keeps the most
 * decimals that it ever saw. Not thread-safe.
 */
final class QuantitySum {
  private long high;
  private long low;
  private int decimals;

  void add(Quantity quantity) {
    if (quantity.decimals() == decimals) {
      long sum = low + quantity.raw();
      high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
      low = sum;
    } else {
      Int128 amount = scaled(quantity);
      set(raw().plus(amount));
    }
  }

  void subtract(Quantity quantity) {
    if (quantity.decimals() == decimals) {
      high -= Long.compareUnsigned(low, quantity.raw()) < 0 ? 1 : 0;
      low -= quantity.raw();
    } else {
      Int128 amount = scaled(quantity);
      set(raw().minus(amount));
    }
  }

  /** The amount in the sum's decimals, after those were raised to it if need be. */
  private Int128 scaled(Quantity quantity) {
    if (quantity.decimals() > decimals) {
      set(raw().rescaled(decimals, quantity.decimals(), RoundingMode.UNNECESSARY));
      decimals = quantity.decimals();
    }
    return Int128.of(quantity.raw())
        .rescaled(quantity.decimals(), decimals, RoundingMode.UNNECESSARY);
  }

  private Int128 raw() {
    return new Int128(high, low);
  }

  private void set(Int128 value) {
    high = value.hi();
    low = value.lo();
  }

  boolean isZero() {
    return (high | low) == 0;
  }

  /** The sum; throws {@link ArithmeticException} if it would round or does not fit 64 bits. */
  Quantity in(int wanted) {
    if (wanted == decimals && high == 0 && low >= 0) {
      return new Quantity(low, wanted);
    }
    Int128 value = raw().rescaled(decimals, wanted, RoundingMode.UNNECESSARY);
    return new Quantity(value.longValueExact(), wanted);
  }
}
