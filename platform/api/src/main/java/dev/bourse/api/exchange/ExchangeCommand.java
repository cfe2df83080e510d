package dev.bourse.api.exchange;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;

/** Something to be done at a venue. */
public sealed interface ExchangeCommand {
  /** The order. */
  Order order();

  /** When the trader decided it, our time in nanoseconds. */
  long decidedAt();

  /** Our id of the order. */
  default ClientOrderId orderId() {
    return order().id();
  }

  /**
   * Place the order.
   *
   * @param order the approved order
   * @param decidedAt when
   */
  record Submit(Order order, long decidedAt) implements ExchangeCommand {}

  /**
   * Cancel what is left of it.
   *
   * @param order the order as known now
   * @param decidedAt when
   */
  record Cancel(Order order, long decidedAt) implements ExchangeCommand {}

  /**
   * Change it. The venue must do it as one step, or refuse: there are never two live generations of
   * one order beyond its quantity.
   *
   * @param order the order as known now, before the change
   * @param change what is to be different
   * @param decidedAt when
   */
  record Amend(Order order, OrderChange change, long decidedAt) implements ExchangeCommand {}

  /**
   * Ask the venue what became of it.
   *
   * @param order the order as known now
   * @param decidedAt when
   */
  record Query(Order order, long decidedAt) implements ExchangeCommand {}
}
