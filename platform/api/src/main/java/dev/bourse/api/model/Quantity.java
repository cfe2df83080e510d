package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of an instrument, zero or more, exact.
 *
 * @param raw the amount times ten to the power of {@code decimals}, not negative
 * @param decimals 0 to 18
 */
public record Quantity(long raw, int decimals) implements Comparable<Quantity> {
  /** Checks that the amount is not negative. */
  public Quantity {
    Decimals.requireDecimals(decimals);
    if (raw < 0) {
      throw new IllegalArgumentException(
          "quantity=" + Decimals.format(raw, decimals) + " must not be negative");
    }
  }

  /** Reads {@code "0.25"}, with as many decimals as written. */
  public static Quantity of(String text) {
    BigDecimal value = Decimals.parse(text);
    int decimals = Math.max(0, value.scale());
    return new Quantity(Decimals.parse(text, decimals), decimals);
  }

  /** Nothing, with the given decimals. */
  public static Quantity zero(int decimals) {
    return new Quantity(0, decimals);
  }

  /** The sum; throws {@link ArithmeticException} on overflow. */
  public Quantity plus(Quantity other) {
    return new Quantity(Math.addExact(raw, other.withDecimals(decimals).raw), decimals);
  }

  /** The difference; throws {@link IllegalArgumentException} if it would be negative. */
  public Quantity minus(Quantity other) {
    return new Quantity(Math.subtractExact(raw, other.withDecimals(decimals).raw), decimals);
  }

  /** The smaller of the two. */
  public Quantity min(Quantity other) {
    return compareTo(other) <= 0 ? this : other.withDecimals(decimals);
  }

  /**
   * The same amount with another count of decimals; throws {@link ArithmeticException} if that
   * would round.
   */
  public Quantity withDecimals(int newDecimals) {
    return newDecimals == decimals
        ? this
        : new Quantity(Decimals.rescaleExact(raw, decimals, newDecimals), newDecimals);
  }

  /** The same amount with another count of decimals, rounded as told. */
  public Quantity withDecimals(int newDecimals, RoundingMode rounding) {
    Int128 value = Int128.of(raw).rescaled(decimals, newDecimals, rounding);
    return new Quantity(value.longValueExact(), newDecimals);
  }

  /** Whether the amount is zero. */
  public boolean isZero() {
    return raw == 0;
  }

  /** Whether the amount is above zero. */
  public boolean isPositive() {
    return raw > 0;
  }

  /**
   * A {@code double} for indicators and displays: the nearest one up to 15 digits, close to it
   * beyond.
   */
  public double toDouble() {
    return raw / (double) Decimals.powerOfTen(decimals);
  }

  /** By value, whatever the decimals. */
  @Override
  public int compareTo(Quantity other) {
    return Decimals.compare(raw, decimals, other.raw, other.decimals);
  }

  /** Plain text with all decimals, {@code 0.01000000}. */
  @Override
  public String toString() {
    return Decimals.format(raw, decimals);
  }
}
