package dev.bourse.data.csv;

/** What becomes of a trade over nothing. */
enum ZeroAmounts {
  /** The row is left out and counted. */
  REFUSE,
  /** Reading ends with a sentence. */
  FAIL
}
