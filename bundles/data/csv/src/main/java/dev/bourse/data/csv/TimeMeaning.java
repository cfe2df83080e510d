package dev.bourse.data.csv;

/** What the time column of a row says. */
enum TimeMeaning {
  /** When it happened: trades and quotes. */
  EVENT,
  /** When the bar began. */
  OPEN,
  /** The first instant after the bar. */
  CLOSE
}
