package dev.bourse.api.model;

/** The direction of a position. */
public enum PositionSide {
  /** Holds the base. */
  LONG,
  /** Owes the base. */
  SHORT,
  /** Holds nothing. */
  FLAT
}
