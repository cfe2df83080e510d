package dev.bourse.engine.loop;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.core.state.TraderState;
import java.util.List;
import java.util.stream.Collectors;

/** What a trader that stopped leaves behind, in a sentence. */
final class Remains {
  private Remains() {}

  static String of(TraderState state) {
    List<Order> live = state.ledger().live();
    List<Order> held = live.stream().filter(Remains::isHeldHere).toList();
    List<Order> there = live.stream().filter(order -> !isHeldHere(order)).toList();
    String sentence = state.settings().trader() + " stopped; " + atVenue(there);
    if (!held.isEmpty()) {
      sentence +=
          "; held here and without effect until the next start: "
              + held.size()
              + (held.size() == 1 ? " order, " : " orders, ")
              + names(held);
    }
    return sentence + "; " + positions(state.portfolio().open());
  }

  private static boolean isHeldHere(Order order) {
    return order.status() == OrderStatus.EMULATED;
  }

  private static String atVenue(List<Order> orders) {
    return orders.isEmpty()
        ? "no order stays at a venue"
        : orders.size()
            + (orders.size() == 1 ? " order stays" : " orders stay")
            + " at the venue: "
            + names(orders);
  }

  private static String names(List<Order> orders) {
    return orders.stream()
        .map(order -> order.id() + " " + order.spec() + doubt(order))
        .collect(Collectors.joining(", "));
  }

  /** Whether a command of an order is on its way, and its fate may still come. */
  static boolean isUnanswered(Order order) {
    return !order.unknown() && !doubt(order).isEmpty();
  }

  private static String doubt(Order order) {
    if (order.unknown()) {
      return " (of unknown fate)";
    }
    return switch (order.status()) {
      case INITIALIZED, RELEASED, SUBMITTED -> " (not answered)";
      case PENDING_UPDATE -> " (its change is not answered)";
      case PENDING_CANCEL -> " (its cancel is not answered)";
      default -> "";
    };
  }

  private static String positions(List<Position> open) {
    return open.isEmpty()
        ? "nothing is held"
        : "held: "
            + open.stream()
                .map(
                    each ->
                        each.quantity() + " " + each.instrument().id() + " by " + each.strategy())
                .collect(Collectors.joining(", "));
  }
}
