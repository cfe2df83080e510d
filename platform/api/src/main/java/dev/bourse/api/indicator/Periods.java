package dev.bourse.api.indicator;

/** The checks that all indicators share. */
final class Periods {
  private Periods() {}

  static int require(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period=" + period + " must be 1 or more");
    }
    return period;
  }

  static void requireSame(String name, int period, int kept) {
    if (period != kept) {
      throw new IllegalArgumentException(
          name + " kept with period " + kept + " cannot continue with period " + period);
    }
  }
}
