package dev.bourse.data.csv;

/** The unit of a time column; the decimals are those that a nanosecond has in it. */
enum TimeUnits {
  S(9),
  MS(6),
  US(3),
  NS(0);

  private final int decimals;

  TimeUnits(int decimals) {
    this.decimals = decimals;
  }

  int decimals() {
    return decimals;
  }
}
