package dev.bourse.api.model;

/**
 * A currency or a coin, with the decimals in which its balances are kept.
 *
 * @param code upper-case letters and digits, {@code USD}, {@code BTC}
 * @param decimals 0 to 18
 */
public record Currency(String code, int decimals) {
  /** Checks code and decimals. */
  public Currency {
    Decimals.requireDecimals(decimals);
    if (code.isEmpty()
        || !code.chars().allMatch(c -> Character.isLetterOrDigit(c) && !Character.isLowerCase(c))) {
      throw new IllegalArgumentException(
          "currency \"" + code + "\" must be upper-case letters and digits, like BTC");
    }
  }

  /** No money, in this currency. */
  public Money zero() {
    return new Money(Int128.ZERO, this);
  }

  @Override
  public String toString() {
    return code;
  }
}
