package dev.bourse.venue.binance.protocol;

/** What a key may be used for. */
public enum Right {
  /** Ask about the account and hear its events. */
  READ,
  /** Place and cancel orders. */
  TRADE,
  /** Take money out. This venue has no such call; it only tells that the key could. */
  WITHDRAW
}
