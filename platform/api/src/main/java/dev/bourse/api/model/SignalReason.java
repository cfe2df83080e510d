package dev.bourse.api.model;

/** Why a signal moved. */
public enum SignalReason {
  /** The strategy gave it. */
  GIVEN,
  /** It broke a rule of signals. */
  INVALID,
  /** The price came to its entry price. */
  PRICE_REACHED,
  /** Its entry order was filled, in part or whole. */
  FILLED,
  /** The price touched its take-profit. */
  TAKE_PROFIT,
  /** The price touched its stop-loss. */
  STOP_LOSS,
  /** It held its position as long as it may. */
  TIME_EXPIRED,
  /** It waited for its entry as long as it may. */
  TIMEOUT,
  /** The price was beyond its stop-loss before its entry. */
  PRICE_REJECT,
  /** Somebody asked for its end. */
  USER,
  /** Its entry order was refused by us; the strategy may give another one at once. */
  DENIED,
  /** Its entry order was refused by the venue; the strategy may give another one at once. */
  REJECTED,
  /** Its entry order ended at the venue without a fill. */
  ENTRY_ENDED,
  /** Its position is gone although the platform did not close it: a flatten, or the venue. */
  POSITION_GONE,
  /**
   * Something to sell turned up while no signal held anything: a fill that came late, or dust that
   * grew.
   */
  LEFTOVER
}
