package dev.bourse.exchange.binance.market;

/**
 * Reads decimal numbers as scaled integers without an object in between. Pure function.
 *
 * <p>Binance writes prices and amounts with all eight decimals, most of them zeros beyond the tick.
 */
final class Scaled {
  private Scaled() {}

  /**
   * The number with the given decimals; throws {@link IllegalArgumentException} if it is none, or
   * has digits beyond them, or does not fit 64 bits.
   */
  static long parse(char[] text, int offset, int length, int decimals) {
    long value = 0;
    int left = -1;
    int end = offset + length;
    int begin = length > 1 && text[offset] == '-' ? offset + 1 : offset;
    for (int i = begin; i < end; i++) {
      char each = text[i];
      if (each == '.' && left < 0 && i > begin) {
        left = decimals;
      } else if (each < '0' || each > '9') {
        throw refused(text, offset, length, "is not a decimal number");
      } else if (left == 0) {
        if (each != '0') {
          throw refused(text, offset, length, "has more than " + decimals + " decimals");
        }
      } else {
        value = append(value, each - '0', text, offset, length);
        left -= left > 0 ? 1 : 0;
      }
    }
    if (begin == end) {
      throw refused(text, offset, length, "is not a decimal number");
    }
    for (int i = left < 0 ? decimals : left; i > 0; i--) {
      value = append(value, 0, text, offset, length);
    }
    return begin == offset ? value : -value;
  }

  private static long append(long value, int digit, char[] text, int offset, int length) {
    if (value > (Long.MAX_VALUE - digit) / 10) {
      throw refused(text, offset, length, "does not fit 64 bits");
    }
    return value * 10 + digit;
  }

  private static IllegalArgumentException refused(
      char[] text, int offset, int length, String what) {
    String shown = new String(text, offset, Math.min(length, 40));
    return new IllegalArgumentException("\"" + shown + "\" " + what);
  }
}
