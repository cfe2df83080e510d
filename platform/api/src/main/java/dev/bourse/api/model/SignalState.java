package dev.bourse.api.model;

/** Where a signal stands. The platform moves it; a strategy only gives it. */
public enum SignalState {
  /** Given and not judged yet. */
  GIVEN,
  /** Waits for its entry price; nothing is ordered. */
  SCHEDULED,
  /** Its entry order is on its way; nothing is held yet. */
  OPENING,
  /** It holds something, watched for take-profit, stop-loss and expiry. */
  ACTIVE,
  /** It ends: its entry is being withdrawn, what it holds is being sold. */
  CLOSING,
  /** Ended after it held something, and all of that is sold. */
  CLOSED,
  /** Ended without ever holding anything. */
  CANCELED,
  /** Not taken, because it broke a rule. */
  REFUSED;

  /** Whether the signal is over. (What turns up late wakes it once more, to be sold.) */
  public boolean isEnd() {
    return this == CLOSED || this == CANCELED || this == REFUSED;
  }
}
