package dev.bourse.api.model;

/** The direction of an order or a fill. */
public enum Side {
  /** Adds base, spends quote. */
  BUY,
  /** Spends base, adds quote. */
  SELL;

  /** The other side. */
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** 1 for {@link #BUY}, -1 for {@link #SELL}. */
  public int sign() {
    return this == BUY ? 1 : -1;
  }
}
