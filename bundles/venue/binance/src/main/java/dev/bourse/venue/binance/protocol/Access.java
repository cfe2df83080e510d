package dev.bourse.venue.binance.protocol;

/** Who may make a call. */
public enum Access {
  /** Everybody. */
  NONE,
  /** Whoever signs with a key that may read. */
  USER_DATA,
  /** Whoever signs with a key that may trade. */
  TRADE,
  /** Whoever signs with a key that may read: events of the account. */
  USER_STREAM;

  Right right() {
    return this == TRADE ? Right.TRADE : Right.READ;
  }
}
