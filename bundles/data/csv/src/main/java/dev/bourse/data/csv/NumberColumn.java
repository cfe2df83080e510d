package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import dev.bourse.api.model.Decimals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A column of exact numbers, read as scaled integers straight from the bytes.
 *
 * @param role what it is called in messages
 * @param index where it stands in the row, from 0
 * @param decimals the decimals of the scaled integer
 * @param step every value is a multiple of it, scaled
 * @param rule what sets decimals and step, for messages
 */
record NumberColumn(String role, int index, int decimals, long step, String rule) {
  private static final long UNUSUAL = Long.MIN_VALUE;

  /** The most digits that can be added up before a look at the sign shows whether they fit. */
  private static final int MAX_DIGITS = 19;

  /** The value in this row; throws {@link DataException} for anything else. */
  long read(Rows row) {
    return read(row.bytes(), row.from(index), row.to(index), row);
  }

  /** The value of some bytes; throws {@link DataException} for anything else. */
  long read(byte[] bytes, int from, int to, Place place) {
    long value = plain(bytes, from, to);
    if (value == UNUSUAL) {
      value = unusual(text(bytes, from, to), place);
    }
    if (step > 1 && value % step != 0) {
      throw place.bad(
          role
              + " "
              + text(bytes, from, to)
              + " is not a multiple of "
              + rule
              + "; correct one of them");
    }
    return value;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
  }

  /** Digits with a point and zeros to spare, which is what nearly every number looks like. */
  private long plain(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    long value = 0;
    int digit;
    while (at < to && (digit = bytes[at] - '0') >= 0 && digit <= 9) {
      value = value * 10 + digit;
      at++;
    }
    int whole = at - first;
    if (whole == 0 || whole + decimals > MAX_DIGITS) {
      return UNUSUAL;
    }
    int left = decimals;
    if (at < to && bytes[at] == '.') {
      at++;
      while (left > 0 && at < to && (digit = bytes[at] - '0') >= 0 && digit <= 9) {
        value = value * 10 + digit;
        left--;
        at++;
      }
      while (at < to && bytes[at] == '0') {
        at++;
      }
    }
    value *= Decimals.powerOfTen(left);
    return at != to || value < 0 ? UNUSUAL : negative ? -value : value;
  }

  /** Spaces, exponents, and everything that is wrong. */
  private long unusual(String text, Place place) {
    if (text.isEmpty()) {
      throw place.bad(role + " is empty; fill it in or remove the line");
    }
    BigDecimal value;
    try {
      value = Decimals.parse(text);
    } catch (IllegalArgumentException e) {
      throw place.bad(role + " " + e.getMessage());
    }
    if (value.stripTrailingZeros().scale() > decimals) {
      throw place.bad(
          role + " " + text + " has more than the " + decimals + " decimals of " + rule);
    }
    try {
      return value.setScale(decimals).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw place.bad(role + " " + text + " with " + decimals + " decimals does not fit 64 bits");
    }
  }
}
