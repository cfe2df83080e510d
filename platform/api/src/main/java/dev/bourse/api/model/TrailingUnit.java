package dev.bourse.api.model;

/** How the offset of a trailing trigger is said. Venues differ in which of them they take. */
public enum TrailingUnit {
  /** A price difference. */
  PRICE,
  /** A number of ticks. */
  TICKS,
  /** A share of the price in whole hundredths of a percent. A venue of {@link #SHARE} takes it. */
  BASIS_POINTS,
  /** Any share of the price. */
  SHARE
}
