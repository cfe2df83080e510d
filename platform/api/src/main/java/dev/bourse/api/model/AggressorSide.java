package dev.bourse.api.model;

/** Who crossed the spread in a public trade. */
public enum AggressorSide {
  /** A buyer lifted the offer. */
  BUYER,
  /** A seller hit the bid. */
  SELLER,
  /** The source does not say. */
  UNKNOWN
}
