package dev.bourse.api.model;

/** The prices that a bar is made of. */
public enum BarPrice {
  /** Trades, or smaller bars of trades. */
  TRADE,
  /** The best bid of each quote; the bar has no volume. */
  BID,
  /** The best offer of each quote; the bar has no volume. */
  ASK,
  /** The middle of each quote, rounded down to the instrument's decimals; the bar has no volume. */
  MID;

  /** The word behind the {@code @} of a bar, empty for trades. */
  String suffix() {
    return switch (this) {
      case TRADE -> "";
      case BID -> "@bid";
      case ASK -> "@ask";
      case MID -> "@mid";
    };
  }
}
