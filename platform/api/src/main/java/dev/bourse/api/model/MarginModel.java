package dev.bourse.api.model;

/** How the initial margin follows from the notional. */
public enum MarginModel {
  /** Notional times the instrument's initial margin, divided by the leverage. */
  LEVERAGED,
  /** Notional times the instrument's initial margin, whatever the leverage. */
  STANDARD
}
