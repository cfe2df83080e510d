package dev.bourse.exchange.simulated;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import java.util.List;

/** Orders that are part of a list. */
final class LinkedOrders {
  private LinkedOrders() {}

  /** The same order as a part of a list. */
  static Order in(String list, Contingency contingency, Order order) {
    return order.withLink(new OrderLink(new ClientOrderId(list), null, List.of(), contingency));
  }

  /** One of two orders that lose what the other one fills; it knows the other's id. */
  static Order of(String list, String sibling, Order order) {
    return order.withLink(
        new OrderLink(
            new ClientOrderId(list), null, List.of(new ClientOrderId(sibling)), Contingency.OUO));
  }
}
