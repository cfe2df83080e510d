package dev.bourse.api.model;

/** Whether a fill added liquidity or took it; it decides the fee. */
public enum Liquidity {
  /** Our order rested in the book. */
  MAKER,
  /** Our order matched at once. */
  TAKER,
  /** The venue did not say. */
  UNKNOWN
}
