package dev.bourse.api.model;

/**
 * Where an order stands. The names and the legal moves follow NautilusTrader's order status
 * machine, so that its users find what they know; see {@code Order} for what is kept beside it.
 */
public enum OrderStatus {
  /** Approved and recorded, not yet sent. */
  INITIALIZED,
  /** Refused by us; it never left. */
  DENIED,
  /** Held by the platform until its trigger, or until its parent in a list has filled. */
  EMULATED,
  /** Triggered at the platform, about to be sent. */
  RELEASED,
  /** Sent; no answer yet. */
  SUBMITTED,
  /** Works at the venue. */
  ACCEPTED,
  /** Refused by the venue, proven. */
  REJECTED,
  /** Cancelled, possibly after partial fills. */
  CANCELED,
  /** Ended by its time in force. */
  EXPIRED,
  /** Its trigger price was passed at the venue. */
  TRIGGERED,
  /** An amend was sent; no answer yet. */
  PENDING_UPDATE,
  /** A cancel was sent; no answer yet. */
  PENDING_CANCEL,
  /** Works at the venue with a part filled. */
  PARTIALLY_FILLED,
  /** Filled whole. */
  FILLED;

  /** Whether no further move is expected. (A late fill may still follow a cancel.) */
  public boolean isClosed() {
    return switch (this) {
      case DENIED, REJECTED, CANCELED, EXPIRED, FILLED -> true;
      default -> false;
    };
  }

  /** Whether the order may still fill: everything that is not closed. */
  public boolean isLive() {
    return !isClosed();
  }
}
