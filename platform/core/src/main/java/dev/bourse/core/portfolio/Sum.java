package dev.bourse.core.portfolio;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;

/**
 * A running sum of one currency, exact in 128 bits, without an object per step. Not thread-safe.
 */
final class Sum {
  private final Currency currency;
  private long high;
  private long low;

  Sum(Currency currency) {
    this.currency = currency;
  }

  Currency currency() {
    return currency;
  }

  /** Throws {@link ArithmeticException} on overflow and leaves the sum as it was. */
  void add(Money amount) {
    require(amount);
    Int128 other = amount.raw();
    long newLow = low + other.lo();
    long carry = Long.compareUnsigned(newLow, low) < 0 ? 1 : 0;
    long newHigh = high + other.hi() + carry;
    if (((high ^ newHigh) & (other.hi() ^ newHigh)) < 0) {
      throw new ArithmeticException(value() + " + " + amount + " does not fit 128 bits");
    }
    low = newLow;
    high = newHigh;
  }

  /** Throws {@link ArithmeticException} on overflow and leaves the sum as it was. */
  void subtract(Money amount) {
    require(amount);
    Int128 other = amount.raw();
    long newLow = low - other.lo();
    long borrow = Long.compareUnsigned(low, other.lo()) < 0 ? 1 : 0;
    long newHigh = high - other.hi() - borrow;
    if (((high ^ other.hi()) & (high ^ newHigh)) < 0) {
      throw new ArithmeticException(value() + " - " + amount + " does not fit 128 bits");
    }
    low = newLow;
    high = newHigh;
  }

  private void require(Money amount) {
    if (!amount.currency().equals(currency)) {
      throw new IllegalArgumentException(
          "cannot count " + amount + " into a sum of " + currency + ": convert it first");
    }
  }

  Money value() {
    return new Money(new Int128(high, low), currency);
  }
}
