package dev.bourse.api.model;

/** What a position's losses may use up. */
public enum MarginMode {
  /** Everything in the currency of settlement, shared by all positions. */
  CROSS,
  /** The margin that was set aside for the position, and no more. */
  ISOLATED
}
