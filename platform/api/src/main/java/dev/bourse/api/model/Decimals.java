package dev.bourse.api.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic and text of scaled integers. Pure functions; every overflow is an {@link
 * ArithmeticException}.
 */
public final class Decimals {
  /** The most decimals that a price, a quantity or a currency may have. */
  public static final int MAX_DECIMALS = 18;

  /** The most digits on either side of the point that are read; 128 bits hold 39. */
  private static final int MAX_DIGITS = 100;

  private static final long[] POWERS = new long[MAX_DECIMALS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Decimals() {}

  /** Ten to the given power, 0 to {@value #MAX_DECIMALS}. */
  public static long powerOfTen(int exponent) {
    return POWERS[exponent];
  }

  /** Checks a count of decimals and returns it. */
  public static int requireDecimals(int decimals) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException("decimals=" + decimals + " is outside 0.." + MAX_DECIMALS);
    }
    return decimals;
  }

  /**
   * Reads a plain decimal number ({@code -12.50}, {@code 1e-8}) as a scaled integer; throws {@link
   * IllegalArgumentException} for other text, and for more decimals than asked for.
   */
  public static long parse(String text, int decimals) {
    BigDecimal value = parse(text);
    if (value.stripTrailingZeros().scale() > decimals) {
      throw new IllegalArgumentException(text + " has more than " + decimals + " decimals");
    }
    try {
      return value.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          text
              + " is too large: with "
              + decimals
              + " decimals at most "
              + BigDecimal.valueOf(Long.MAX_VALUE, decimals).toPlainString(),
          e);
    }
  }

  /**
   * Reads a plain decimal number; throws {@link IllegalArgumentException} that names the text, also
   * for exponents beyond any amount, whose digits would fill the memory.
   */
  public static BigDecimal parse(String text) {
    BigDecimal value;
    try {
      value = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a decimal number", e);
    }
    if (value.scale() > MAX_DIGITS || (long) value.precision() - value.scale() > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has more than " + MAX_DIGITS + " digits before or after its point");
    }
    return value;
  }

  /** The number as plain text with exactly the given decimals. */
  public static String format(long raw, int decimals) {
    if (raw == Long.MIN_VALUE || decimals < 0 || decimals > MAX_DECIMALS) {
      return BigDecimal.valueOf(raw, decimals).toPlainString();
    }
    long amount = Math.abs(raw);
    long whole = amount / POWERS[decimals];
    StringBuilder text = new StringBuilder(24);
    if (raw < 0) {
      text.append('-');
    }
    text.append(whole);
    if (decimals > 0) {
      text.append('.');
      long part = amount - whole * POWERS[decimals];
      for (int i = decimals - 1; i > 0 && part < POWERS[i]; i--) {
        text.append('0');
      }
      text.append(part);
    }
    return text.toString();
  }

  /**
   * The same number with another count of decimals; throws {@link ArithmeticException} if that
   * would round.
   */
  public static long rescaleExact(long raw, int fromDecimals, int toDecimals) {
    int more = toDecimals - fromDecimals;
    if (more >= 0 && more <= MAX_DECIMALS) {
      return Math.multiplyExact(raw, POWERS[more]);
    }
    return Int128.of(raw)
        .rescaled(fromDecimals, toDecimals, RoundingMode.UNNECESSARY)
        .longValueExact();
  }

  /** Compares two scaled integers of different decimals by value. */
  public static int compare(long a, int aDecimals, long b, int bDecimals) {
    if (aDecimals == bDecimals) {
      return Long.compare(a, b);
    }
    if (Math.abs(aDecimals - bDecimals) <= MAX_DECIMALS) {
      long aFactor = POWERS[Math.max(0, bDecimals - aDecimals)];
      long bFactor = POWERS[Math.max(0, aDecimals - bDecimals)];
      long scaledA = a * aFactor;
      long scaledB = b * bFactor;
      if (Math.multiplyHigh(a, aFactor) == scaledA >> 63
          && Math.multiplyHigh(b, bFactor) == scaledB >> 63) {
        return Long.compare(scaledA, scaledB);
      }
    }
    int common = Math.max(aDecimals, bDecimals);
    Int128 left = Int128.of(a).rescaled(aDecimals, common, RoundingMode.UNNECESSARY);
    return left.compareTo(Int128.of(b).rescaled(bDecimals, common, RoundingMode.UNNECESSARY));
  }

  static long divide(long dividend, long divisor, RoundingMode rounding) {
    long quotient = dividend / divisor;
    long remainder = dividend - quotient * divisor;
    if (remainder == 0) {
      return quotient;
    }
    boolean negative = (dividend < 0) != (divisor < 0);
    int half = Long.compareUnsigned(2 * Math.abs(remainder), Math.abs(divisor));
    return roundsAway(negative, half, (quotient & 1) != 0, rounding)
        ? quotient + (negative ? -1 : 1)
        : quotient;
  }

  static BigInteger divide(BigInteger dividend, BigInteger divisor, RoundingMode rounding) {
    return new BigDecimal(dividend).divide(new BigDecimal(divisor), 0, rounding).unscaledValue();
  }

  private static boolean roundsAway(
      boolean negative, int half, boolean odd, RoundingMode rounding) {
    return switch (rounding) {
      case UP -> true;
      case DOWN -> false;
      case CEILING -> !negative;
      case FLOOR -> negative;
      case HALF_UP -> half >= 0;
      case HALF_DOWN -> half > 0;
      case HALF_EVEN -> half > 0 || (half == 0 && odd);
      case UNNECESSARY -> throw new ArithmeticException("the division is not exact");
    };
  }
}
