package dev.bourse.testkit.exchange;

/** A kind of market data that an adapter brings. */
public enum Feed {
  /** Every public trade. */
  TRADES,
  /** The best bid and offer. */
  QUOTES,
  /** The book: a full one, then what changes. */
  BOOK
}
