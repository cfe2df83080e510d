package dev.bourse.core.status;

/** Whether something may go out. */
public enum Permission {
  /** Nobody may. */
  NO,
  /** People and the engine may, strategies may not. */
  OPERATOR,
  /** Taken, held back, and first out when the venue is back. */
  QUEUED,
  /** Everybody may. */
  YES;

  /** Whether the asker may. */
  public boolean allows(boolean strategy) {
    return this == YES || this == QUEUED || (this == OPERATOR && !strategy);
  }
}
