package dev.bourse.control.shell.order;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import java.util.Locale;
import java.util.Set;

/** Where people look for an order; every order stands in exactly one place. */
enum Standing {
  /** It may still fill, and nobody doubts it. */
  PENDING,
  /** Its command has no answer, or its fate is unknown: the venue is asked. */
  RETRY,
  /** It is filled whole. */
  COMPLETED,
  /** It was denied, rejected, cancelled, or expired. */
  FAILED;

  /**
   * The place of an order.
   *
   * @param queried orders that the venue is asked about
   */
  static Standing of(Order order, Set<ClientOrderId> queried) {
    if (order.unknown() || (order.status().isLive() && queried.contains(order.id()))) {
      return RETRY;
    }
    if (order.status().isLive()) {
      return PENDING;
    }
    return order.status() == OrderStatus.FILLED ? COMPLETED : FAILED;
  }

  /** As people write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
