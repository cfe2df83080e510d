package dev.bourse.api.event;

import dev.bourse.api.model.ClientOrderId;

/** What became of an order command on its way out. Made by the engine only. */
public sealed interface CommandEvent extends Event {
  /** The order. */
  ClientOrderId orderId();

  /**
   * The command was durable and was handed to the adapter.
   *
   * @param orderId the order
   */
  record Sent(ClientOrderId orderId) implements CommandEvent {}

  /**
   * The command never left; it counts as denied.
   *
   * @param orderId the order
   * @param reason {@code CODE: key=value ...}
   */
  record Dropped(ClientOrderId orderId, String reason) implements CommandEvent {}

  /**
   * A cancel never left; the order is as it was.
   *
   * @param orderId the order
   * @param reason {@code CODE: key=value ...}
   */
  record CancelDropped(ClientOrderId orderId, String reason) implements CommandEvent {}

  /**
   * An amend never left; the order is as it was.
   *
   * @param orderId the order
   * @param reason {@code CODE: key=value ...}
   */
  record UpdateDropped(ClientOrderId orderId, String reason) implements CommandEvent {}
}
