package dev.bourse.api.model;

/** Why a venue made an order of its own. */
public enum VenueCause {
  /** The account could not bear its losses any longer. */
  LIQUIDATION,
  /** It was the other side of somebody else's liquidation. */
  DELEVERAGING,
  /** The instrument ended. */
  DELISTING
}
