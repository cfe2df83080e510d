package dev.bourse.data.csv;

/** What the rows of a file are. */
enum Kind {
  TRADES,
  QUOTES,
  BARS,
  /** What a venue's stream and its book said, frame by frame. */
  CAPTURE
}
