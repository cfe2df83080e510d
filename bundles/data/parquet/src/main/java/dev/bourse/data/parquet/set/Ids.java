package dev.bourse.data.parquet.set;

/** How the venue's ids of trades are stored. */
enum Ids {
  /** There are none. */
  NONE,
  /** As numbers, which pack well. */
  NUMBERS,
  /** As they are written. */
  WORDS
}
