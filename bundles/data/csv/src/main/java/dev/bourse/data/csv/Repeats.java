package dev.bourse.data.csv;

/** What becomes of a trade whose venue's id was met before. Without an id nothing is a repeat. */
enum Repeats {
  /** The row is left out and counted. */
  SKIP,
  /** The row is delivered like any other. */
  KEEP,
  /** Reading ends with a sentence. */
  FAIL
}
