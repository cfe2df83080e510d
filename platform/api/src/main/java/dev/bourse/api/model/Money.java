package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An amount of one currency, exact, positive or negative. Amounts of different currencies cannot be
 * added.
 *
 * @param raw the amount times ten to the power of the currency's decimals
 * @param currency the currency
 */
public record Money(Int128 raw, Currency currency) implements Comparable<Money> {
  /**
   * Reads {@code "12.50"}; throws {@link IllegalArgumentException} for more decimals than the
   * currency has.
   */
  public static Money of(String text, Currency currency) {
    BigDecimal value = Decimals.parse(text);
    if (value.stripTrailingZeros().scale() > currency.decimals()) {
      throw new IllegalArgumentException(
          text + " has more than the " + currency.decimals() + " decimals of " + currency);
    }
    BigInteger raw = value.setScale(currency.decimals()).unscaledValue();
    if (raw.bitLength() > 127) {
      throw new IllegalArgumentException(text + " " + currency + " does not fit 128 bits");
    }
    return new Money(Int128.of(raw), currency);
  }

  /** The sum; throws {@link IllegalArgumentException} for another currency. */
  public Money plus(Money other) {
    requireSame(other);
    return other.signum() == 0 ? this : new Money(raw.plus(other.raw), currency);
  }

  /** The difference; throws {@link IllegalArgumentException} for another currency. */
  public Money minus(Money other) {
    requireSame(other);
    return other.signum() == 0 ? this : new Money(raw.minus(other.raw), currency);
  }

  /** The amount with the opposite sign. */
  public Money negate() {
    return new Money(raw.negate(), currency);
  }

  /** {@code this * part / whole}, rounded as told. */
  public Money share(Quantity part, Quantity whole, RoundingMode rounding) {
    if (part.equals(whole) && !whole.isZero()) {
      return this;
    }
    int decimals = Math.max(part.decimals(), whole.decimals());
    Int128 numerator =
        Int128.of(part.raw()).rescaled(part.decimals(), decimals, RoundingMode.UNNECESSARY);
    Int128 denominator =
        Int128.of(whole.raw()).rescaled(whole.decimals(), decimals, RoundingMode.UNNECESSARY);
    return new Money(raw.scaledBy(numerator, denominator, rounding), currency);
  }

  /** This amount times a rate, rounded as told. */
  public Money times(Rate rate, RoundingMode rounding) {
    if (raw.fitsLong()) {
      return new Money(
          Int128.product(raw.longValueExact(), rate.raw(), Rate.DECIMALS, 0, rounding), currency);
    }
    return new Money(raw.times(rate.raw()).dividedBy(Rate.ONE, rounding), currency);
  }

  /** -1, 0 or 1. */
  public int signum() {
    return raw.signum();
  }

  /**
   * A {@code double} for statistics and displays: the nearest one up to 15 digits, close to it
   * beyond.
   */
  public double toDouble() {
    return raw.doubleValue() / Decimals.powerOfTen(currency.decimals());
  }

  /** The amount without its currency, plain text with all decimals. */
  public String amount() {
    return raw.fitsLong()
        ? Decimals.format(raw.longValueExact(), currency.decimals())
        : new BigDecimal(raw.toBigInteger(), currency.decimals()).toPlainString();
  }

  /** By amount; throws {@link IllegalArgumentException} for another currency. */
  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return raw.compareTo(other.raw);
  }

  /** {@code 12.50000000 USD}. */
  @Override
  public String toString() {
    return amount() + " " + currency;
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot combine " + this + " with " + other + ": convert one of them first");
    }
  }
}
