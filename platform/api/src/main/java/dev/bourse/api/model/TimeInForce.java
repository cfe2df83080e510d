package dev.bourse.api.model;

/** How long an order may live. */
public enum TimeInForce {
  /** Until cancelled. */
  GTC,
  /** What does not fill at once is cancelled. */
  IOC,
  /** Fills whole at once or not at all. */
  FOK,
  /** Until a given time. */
  GTD,
  /** Until the end of the venue's day. */
  DAY
}
