package dev.bourse.venue.binance.trading;

/** Names for orders whose clients gave them none: 22 letters and digits, never twice. */
public final class ClientIds {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 22;

  private ClientIds() {}

  /** The name that belongs to a number. */
  public static String of(long number) {
    char[] name = new char[LENGTH];
    long mixed = number * 0x9E3779B97F4A7C15L;
    long rest = number;
    for (int i = 0; i < LENGTH; i++) {
      long digit = i < 11 ? Long.remainderUnsigned(mixed, 62) : Long.remainderUnsigned(rest, 62);
      name[i] = DIGITS.charAt((int) digit);
      mixed = i < 11 ? Long.divideUnsigned(mixed, 62) : mixed;
      rest = i < 11 ? rest : Long.divideUnsigned(rest, 62);
    }
    return new String(name);
  }
}
