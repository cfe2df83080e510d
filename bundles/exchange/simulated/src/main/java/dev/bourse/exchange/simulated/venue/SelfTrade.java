package dev.bourse.exchange.simulated.venue;

/** What happens when orders of this venue's accounts could trade with each other. */
public enum SelfTrade {
  /** They do not see each other: all trade with the market data alone. */
  APART,
  /** They trade, also if both belong to one account. */
  NONE,
  /** They trade; of one account, the resting order ends. */
  EXPIRE_MAKER,
  /** They trade; of one account, the order that takes ends. */
  EXPIRE_TAKER,
  /** They trade; of one account, both end. */
  EXPIRE_BOTH
}
