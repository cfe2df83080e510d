package dev.bourse.exchange.binance.call;

/** What an error of the venue means for whoever called. */
public enum Meaning {
  /** Nothing was done, and the same may be done later. */
  RETRY,
  /** Nothing was done, and it would not be done later either. */
  REJECT,
  /** It may have been done: nothing is proven. */
  UNKNOWN,
  /** Nothing was done: the key is wrong, or may not do this. */
  AUTH,
  /** Nothing was done: too much was asked for already. */
  LIMIT
}
