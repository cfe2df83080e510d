package dev.bourse.api.model;

/** Which price sets a conditional order off. */
public enum TriggerType {
  /** What the venue uses; where the platform holds the order {@link #LAST_OR_BID_ASK}. */
  DEFAULT,
  /** The last trade. */
  LAST_PRICE,
  /** The mark price of a derivative. */
  MARK_PRICE,
  /** The index price of a derivative. */
  INDEX_PRICE,
  /** The offer for a buy, the bid for a sell. */
  BID_ASK,
  /** Two trades in a row at or beyond the trigger. */
  DOUBLE_LAST,
  /** Two quotes in a row at or beyond the trigger. */
  DOUBLE_BID_ASK,
  /** The last trade or the quote, whichever is first. */
  LAST_OR_BID_ASK,
  /** The middle of bid and offer. */
  MID_POINT;

  /** Whether only the venue knows that price, so that the platform cannot watch it. */
  public boolean isVenueOnly() {
    return this == MARK_PRICE || this == INDEX_PRICE;
  }
}
