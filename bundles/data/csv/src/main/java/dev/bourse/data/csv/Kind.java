package dev.bourse.data.csv;

/** What the rows of a file are. */
enum Kind {
  TRADES,
  QUOTES,
  BARS
}
