package dev.bourse.venue.binance.trading;

import java.util.List;

/** Who depends on whom in a list of orders. */
final class Groups {
  private Groups() {}

  /** The orders of which one ends the other: all of an OCO, those behind the first of an OTO. */
  static List<PlacedOrder> pairOf(PlacedOrder order, OrderGroup group) {
    List<PlacedOrder> orders = group.orders();
    if (group.contingency() == OrderGroup.Contingency.OCO) {
      return orders;
    }
    return order == orders.get(0) ? List.of(order) : orders.subList(1, orders.size());
  }

  /** The orders that wait for this one to fill whole. */
  static List<PlacedOrder> waitingFor(PlacedOrder order, OrderGroup group) {
    List<PlacedOrder> orders = group.orders();
    boolean first = group.contingency() == OrderGroup.Contingency.OTO && order == orders.get(0);
    return first
        ? orders.subList(1, orders.size()).stream()
            .filter(each -> each.state() == PlacedOrder.State.PENDING_NEW)
            .toList()
        : List.of();
  }

  /** The other orders of the list that may still fill. */
  static List<PlacedOrder> othersOf(PlacedOrder order, OrderGroup group) {
    return group.orders().stream().filter(each -> each != order && each.isOpen()).toList();
  }
}
