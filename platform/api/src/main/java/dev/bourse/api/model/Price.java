package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price: quote currency per one unit of the base, exact. May be negative or zero (spreads);
 * instruments that forbid it check it themselves.
 *
 * @param raw the price times ten to the power of {@code decimals}
 * @param decimals 0 to 18
 */
public record Price(long raw, int decimals) implements Comparable<Price> {
  /** Checks the range of {@code decimals}. */
  public Price {
    Decimals.requireDecimals(decimals);
  }

  /** Reads {@code "101.25"}, with as many decimals as written. */
  public static Price of(String text) {
    BigDecimal value = Decimals.parse(text);
    int decimals = Math.max(0, value.scale());
    return new Price(Decimals.parse(text, decimals), decimals);
  }

  /**
   * The same price with another count of decimals; throws {@link ArithmeticException} if that would
   * round.
   */
  public Price withDecimals(int newDecimals) {
    return newDecimals == decimals
        ? this
        : new Price(Decimals.rescaleExact(raw, decimals, newDecimals), newDecimals);
  }

  /** Price times quantity in the given currency, rounded as told to the currency's decimals. */
  public Money times(Quantity quantity, Currency currency, RoundingMode rounding) {
    int productDecimals = decimals + quantity.decimals();
    return new Money(
        Int128.product(raw, quantity.raw(), productDecimals, currency.decimals(), rounding),
        currency);
  }

  /** Whether the price is above zero. */
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
  public int compareTo(Price other) {
    return Decimals.compare(raw, decimals, other.raw, other.decimals);
  }

  /** Plain text with all decimals, {@code 101.50}. */
  @Override
  public String toString() {
    return Decimals.format(raw, decimals);
  }
}
