package dev.bourse.api.model;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A signed 128-bit integer, for products of scaled numbers and for balances that do not fit 64
 * bits.
 *
 * <p>Every operation is exact or throws {@link ArithmeticException}; nothing wraps around. Values
 * that fit a {@code long} take a path without allocation beyond the result; only wider divisions go
 * through {@link BigInteger}.
 *
 * @param hi the upper 64 bits, signed
 * @param lo the lower 64 bits, unsigned
 */
public record Int128(long hi, long lo) implements Comparable<Int128> {
  /** Zero. */
  public static final Int128 ZERO = new Int128(0, 0);

  private static final BigInteger LOW_MASK = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** The value of a {@code long}. */
  public static Int128 of(long value) {
    return value == 0 ? ZERO : new Int128(value >> 63, value);
  }

  /** The value of a {@link BigInteger}; throws {@link ArithmeticException} beyond 128 bits. */
  public static Int128 of(BigInteger value) {
    if (value.bitLength() > 127) {
      throw new ArithmeticException(value + " does not fit 128 bits");
    }
    return new Int128(value.shiftRight(64).longValue(), value.and(LOW_MASK).longValue());
  }

  /** The full product of two 64-bit numbers; never overflows. */
  public static Int128 product(long a, long b) {
    return new Int128(Math.multiplyHigh(a, b), a * b);
  }

  /**
   * {@code a * b}, from one count of decimals to another with one rounding at the end: what prices
   * and rates need, without an object in between where 64 bits are enough.
   */
  static Int128 product(long a, long b, int fromDecimals, int toDecimals, RoundingMode rounding) {
    long product = a * b;
    if (Math.multiplyHigh(a, b) == product >> 63) {
      int drop = fromDecimals - toDecimals;
      if (drop >= 0 && drop <= Decimals.MAX_DECIMALS) {
        return of(Decimals.divide(product, Decimals.powerOfTen(drop), rounding));
      }
      if (drop < 0 && -drop <= Decimals.MAX_DECIMALS) {
        return product(product, Decimals.powerOfTen(-drop));
      }
    }
    return product(a, b).rescaled(fromDecimals, toDecimals, rounding);
  }

  /** The sum; throws {@link ArithmeticException} on overflow. */
  public Int128 plus(Int128 other) {
    long low = lo + other.lo;
    long carry = Long.compareUnsigned(low, lo) < 0 ? 1 : 0;
    long high = hi + other.hi + carry;
    if (((hi ^ high) & (other.hi ^ high)) < 0) {
      throw new ArithmeticException(this + " + " + other + " does not fit 128 bits");
    }
    return new Int128(high, low);
  }

  /** The difference; throws {@link ArithmeticException} on overflow. */
  public Int128 minus(Int128 other) {
    long low = lo - other.lo;
    long borrow = Long.compareUnsigned(lo, other.lo) < 0 ? 1 : 0;
    long high = hi - other.hi - borrow;
    if (((hi ^ other.hi) & (hi ^ high)) < 0) {
      throw new ArithmeticException(this + " - " + other + " does not fit 128 bits");
    }
    return new Int128(high, low);
  }

  /**
   * The value with the opposite sign; throws {@link ArithmeticException} for the smallest value.
   */
  public Int128 negate() {
    return ZERO.minus(this);
  }

  /** The absolute value. */
  public Int128 abs() {
    return hi < 0 ? negate() : this;
  }

  /** The product with a 64-bit number; throws {@link ArithmeticException} on overflow. */
  public Int128 times(long factor) {
    if (fitsLong()) {
      return product(lo, factor);
    }
    return of(toBigInteger().multiply(BigInteger.valueOf(factor)));
  }

  /**
   * The quotient, rounded as told; throws {@link ArithmeticException} for a zero divisor or a
   * forbidden rounding.
   */
  public Int128 dividedBy(long divisor, RoundingMode rounding) {
    if (fitsLong() && !(lo == Long.MIN_VALUE && divisor == -1)) {
      return of(Decimals.divide(lo, divisor, rounding));
    }
    return of(Decimals.divide(toBigInteger(), BigInteger.valueOf(divisor), rounding));
  }

  /** {@code this * numerator / denominator} with one rounding at the end. */
  public Int128 scaledBy(Int128 numerator, Int128 denominator, RoundingMode rounding) {
    if (fitsLong() && numerator.fitsLong() && denominator.fitsLong()) {
      Int128 product = product(lo, numerator.lo);
      if (product.fitsLong()) {
        return product.dividedBy(denominator.lo, rounding);
      }
    }
    BigInteger product = toBigInteger().multiply(numerator.toBigInteger());
    return of(Decimals.divide(product, denominator.toBigInteger(), rounding));
  }

  /** The same number with another count of decimals, rounded as told where decimals are dropped. */
  public Int128 rescaled(int fromDecimals, int toDecimals, RoundingMode rounding) {
    if (fromDecimals == toDecimals) {
      return this;
    }
    if (toDecimals > fromDecimals) {
      Int128 result = this;
      for (int left = toDecimals - fromDecimals; left > 0; left -= 18) {
        result = result.times(Decimals.powerOfTen(Math.min(left, 18)));
      }
      return result;
    }
    int drop = fromDecimals - toDecimals;
    if (drop <= 18) {
      return dividedBy(Decimals.powerOfTen(drop), rounding);
    }
    return of(Decimals.divide(toBigInteger(), BigInteger.TEN.pow(drop), rounding));
  }

  /** Whether the value fits a {@code long}. */
  public boolean fitsLong() {
    return hi == lo >> 63;
  }

  /** The value as a {@code long}; throws {@link ArithmeticException} where it does not fit. */
  public long longValueExact() {
    if (!fitsLong()) {
      throw new ArithmeticException(this + " does not fit 64 bits");
    }
    return lo;
  }

  /** The nearest {@code double}. */
  public double doubleValue() {
    return fitsLong() ? lo : toBigInteger().doubleValue();
  }

  /** -1, 0 or 1. */
  public int signum() {
    return hi < 0 ? -1 : (hi | lo) == 0 ? 0 : 1;
  }

  /** The value as a {@link BigInteger}. */
  public BigInteger toBigInteger() {
    if (fitsLong()) {
      return BigInteger.valueOf(lo);
    }
    return BigInteger.valueOf(hi).shiftLeft(64).or(BigInteger.valueOf(lo).and(LOW_MASK));
  }

  @Override
  public int compareTo(Int128 other) {
    int high = Long.compare(hi, other.hi);
    return high != 0 ? high : Long.compareUnsigned(lo, other.lo);
  }

  @Override
  public String toString() {
    return toBigInteger().toString();
  }
}
