package dev.bourse.api.model;

/**
 * What became of a cancel: the closed set of answers. A lost answer is {@link Unknown}, never a
 * guess.
 */
public sealed interface CancelOutcome {
  /** The order that this is about. */
  ClientOrderId orderId();

  /**
   * The rest of the order is gone.
   *
   * @param order the order, with what was filled before
   */
  record Done(Order order) implements CancelOutcome {
    @Override
    public ClientOrderId orderId() {
      return order.id();
    }
  }

  /**
   * The order had ended before.
   *
   * @param order the order, with its fills
   */
  record TooLate(Order order) implements CancelOutcome {
    @Override
    public ClientOrderId orderId() {
      return order.id();
    }
  }

  /**
   * The venue refused, or the cancel never left: the order goes on.
   *
   * @param orderId the order
   * @param reason why
   */
  record Rejected(ClientOrderId orderId, String reason) implements CancelOutcome {}

  /**
   * No proof either way; the venue is being asked.
   *
   * @param orderId the order
   * @param reason what is known
   */
  record Unknown(ClientOrderId orderId, String reason) implements CancelOutcome {}

  /** What an order's present state amounts to, once a cancel of it was asked for. */
  static CancelOutcome of(Order order) {
    return switch (order.status()) {
      case CANCELED, EXPIRED -> new Done(order);
      case FILLED, REJECTED, DENIED -> new TooLate(order);
      case PENDING_CANCEL -> new Unknown(order.id(), "the venue has not answered the cancel yet");
      default ->
          order.unknown()
              ? new Unknown(order.id(), order.reason())
              : new Rejected(order.id(), order.reason());
    };
  }
}
