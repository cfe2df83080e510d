package dev.bourse.api.model;

import java.math.RoundingMode;

/**
 * Sums and differences of what is held. They have the decimals of the base currency, so that a fee
 * charged in it is counted exactly. Where that does not fit 64 bits, as with trillions of a coin
 * that has eight decimals, they have as many decimals as fit; a fraction finer than that is left
 * out, so that a position is never larger than the balance behind it.
 */
final class HeldQuantity {
  private HeldQuantity() {}

  /** The sum with at most the given decimals. */
  static Quantity plus(Quantity held, Quantity more, int decimals) {
    long first = scaled(held, decimals);
    long second = scaled(more, decimals);
    if (first >= 0 && second >= 0 && first + second >= 0) {
      return new Quantity(first + second, decimals);
    }
    return fitting(wide(held, decimals).plus(wide(more, decimals)), decimals);
  }

  /** The difference with at most the given decimals, zero where more is taken than is held. */
  static Quantity minus(Quantity held, Quantity taken, int decimals) {
    long first = scaled(held, decimals);
    long second = scaled(taken, decimals);
    if (first >= 0 && second >= 0) {
      return new Quantity(Math.max(0, first - second), decimals);
    }
    return minus(held, wide(taken, decimals), decimals);
  }

  /** The raw amount with so many decimals; -1 where that is not an exact 64-bit number. */
  private static long scaled(Quantity quantity, int decimals) {
    if (quantity.decimals() > decimals) {
      return -1;
    }
    long factor = Decimals.powerOfTen(decimals - quantity.decimals());
    boolean fits = Math.multiplyHigh(quantity.raw(), factor) == 0;
    return fits ? Math.max(-1, quantity.raw() * factor) : -1;
  }

  /** The same with what is taken as a scaled number. */
  static Quantity minus(Quantity held, Int128 taken, int decimals) {
    Int128 left = wide(held, decimals).minus(taken);
    return left.signum() <= 0 ? Quantity.zero(decimals) : fitting(left, decimals);
  }

  private static Int128 wide(Quantity quantity, int decimals) {
    return Int128.of(quantity.raw())
        .rescaled(quantity.decimals(), decimals, RoundingMode.UNNECESSARY);
  }

  private static Quantity fitting(Int128 value, int decimals) {
    Int128 fitting = value;
    int left = decimals;
    while (!fitting.fitsLong() && left > 0) {
      left--;
      fitting = value.rescaled(decimals, left, RoundingMode.DOWN);
    }
    return new Quantity(fitting.longValueExact(), left);
  }
}
