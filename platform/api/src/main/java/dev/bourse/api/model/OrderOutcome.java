package dev.bourse.api.model;

/**
 * How an order ended, or how far it is: the closed set of answers to a submit. A lost answer is
 * {@link Unknown}, never a guess.
 */
public sealed interface OrderOutcome {
  /** The order that this is about. */
  ClientOrderId orderId();

  /**
   * Filled whole.
   *
   * @param order the order
   */
  record Filled(Order order) implements OrderOutcome {
    @Override
    public ClientOrderId orderId() {
      return order.id();
    }
  }

  /**
   * Filled in part, and still live or ended.
   *
   * @param order the order
   * @param live whether the rest may still fill
   */
  record Partly(Order order, boolean live) implements OrderOutcome {
    @Override
    public ClientOrderId orderId() {
      return order.id();
    }
  }

  /**
   * Works at the venue, nothing filled.
   *
   * @param order the order
   */
  record Working(Order order) implements OrderOutcome {
    @Override
    public ClientOrderId orderId() {
      return order.id();
    }
  }

  /**
   * On its way; nothing known yet.
   *
   * @param orderId the order
   */
  record Sent(ClientOrderId orderId) implements OrderOutcome {}

  /**
   * Cancelled or expired with nothing filled.
   *
   * @param order the order, with the reason
   */
  record Ended(Order order) implements OrderOutcome {
    @Override
    public ClientOrderId orderId() {
      return order.id();
    }
  }

  /**
   * Refused by us; it never left.
   *
   * @param orderId the id it would have had
   * @param reason {@code CODE: key=value ...}
   */
  record Denied(ClientOrderId orderId, String reason) implements OrderOutcome {}

  /**
   * Refused by the venue, proven.
   *
   * @param orderId the order
   * @param reason the venue's code and text
   */
  record Rejected(ClientOrderId orderId, String reason) implements OrderOutcome {}

  /**
   * No proof either way; it keeps its reservation and is being queried.
   *
   * @param orderId the order
   * @param reason what is known
   */
  record Unknown(ClientOrderId orderId, String reason) implements OrderOutcome {}

  /** The outcome that an order's present state amounts to. */
  static OrderOutcome of(Order order) {
    if (order.unknown()) {
      return new Unknown(order.id(), order.reason());
    }
    boolean some = order.filled().isPositive();
    return switch (order.status()) {
      case DENIED -> new Denied(order.id(), order.reason());
      case REJECTED -> new Rejected(order.id(), order.reason());
      case FILLED -> new Filled(order);
      case CANCELED, EXPIRED -> some ? new Partly(order, false) : new Ended(order);
      case INITIALIZED, EMULATED, RELEASED, SUBMITTED ->
          some ? new Partly(order, true) : new Sent(order.id());
      case ACCEPTED, TRIGGERED, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_UPDATE ->
          some ? new Partly(order, true) : new Working(order);
    };
  }
}
