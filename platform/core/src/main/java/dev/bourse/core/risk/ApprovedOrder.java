package dev.bourse.core.risk;

import dev.bourse.api.model.Order;

/**
 * An order that passed the gate; nobody but the gate can make one, and the ledger takes nothing
 * else.
 */
public final class ApprovedOrder {
  private final Order order;

  ApprovedOrder(Order order) {
    this.order = order;
  }

  /** The order. */
  public Order order() {
    return order;
  }
}
