package dev.bourse.api.trader;

/** How far a comparison of the books with a venue goes. */
public enum ReconcileMode {
  /** Shows what differs and changes nothing. */
  LOOK,
  /** Brings the books in line as far as executions and orders explain the difference. */
  APPLY,
  /**
   * Takes the venue's word for the rest as well, and lifts what stopped entries for it; only a
   * person can know that it is right.
   */
  ACCEPT
}
