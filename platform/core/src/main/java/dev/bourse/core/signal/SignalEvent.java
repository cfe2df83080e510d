package dev.bourse.core.signal;

/** What can happen to a signal; each is a fact, judged already. */
public enum SignalEvent {
  /** It broke a rule. */
  REFUSED,
  /** It may be traded, and its entry price is not reached. */
  WAIT,
  /** It may enter: at the market, or its entry price is reached. */
  ENTER,
  /** The time for its entry is over. */
  TIMED_OUT,
  /** The price is beyond its stop-loss before its entry. */
  PRICE_REJECTED,
  /** It holds something that it did not hold before. */
  BOUGHT,
  /** No order lives, nothing is held, nothing was ever bought. */
  NOTHING_BOUGHT,
  /** No order lives, and what was bought is sold. */
  ALL_SOLD,
  /** Its position was held as long as it may. */
  EXPIRED,
  /** The price touched its stop-loss. */
  STOP_TOUCHED,
  /** The price touched its take-profit. */
  TAKE_TOUCHED,
  /** Somebody asked for its end. */
  CLOSE_ASKED,
  /** It is time to try its exit again. */
  AGAIN
}
