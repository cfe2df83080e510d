package dev.bourse.data.csv;

/** What becomes of a row whose time is before that of the row above it. */
enum Disorder {
  /** It is delivered with the time of the row above, and counted. */
  CARRY,
  /** Reading ends with a sentence. */
  FAIL
}
