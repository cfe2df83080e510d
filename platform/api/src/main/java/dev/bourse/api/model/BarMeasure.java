package dev.bourse.api.model;

/** What a bar is measured by: when enough of it has passed, the bar is finished. */
public enum BarMeasure {
  /** Time; bars are aligned to multiples of their length since 1970-01-01T00:00Z. */
  TIME,
  /** The number of trades, or of quotes for a bar of quotes. */
  TICKS,
  /** The traded size, in units of the base currency or contracts. */
  VOLUME,
  /** The traded value, price times size, in the quote currency. */
  VALUE
}
