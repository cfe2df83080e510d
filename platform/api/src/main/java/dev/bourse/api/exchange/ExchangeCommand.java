package dev.bourse.api.exchange;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import java.util.List;
import java.util.stream.Stream;

/** Something to be done at a venue. */
public sealed interface ExchangeCommand {
  /** The order. */
  Order order();

  /** All orders that it is about. */
  default List<Order> orders() {
    return List.of(order());
  }

  /** When the trader decided it, our time in nanoseconds. */
  long decidedAt();

  /** Our id of the order. */
  default ClientOrderId orderId() {
    return order().id();
  }

  /** Places orders that no venue has yet. */
  sealed interface Placement extends ExchangeCommand {}

  /**
   * Place the order.
   *
   * @param order the approved order
   * @param decidedAt when
   */
  record Submit(Order order, long decidedAt) implements Placement {}

  /**
   * Place two orders of which one ends the other: all or nothing. Only where {@link
   * Capabilities#orderPairs()} says that the venue takes them; each has its own answers.
   *
   * @param order one approved order, the one that stops a loss
   * @param other the other one, on the same side and of the same quantity
   * @param decidedAt when
   */
  record SubmitPair(Order order, Order other, long decidedAt) implements Placement {
    @Override
    public List<Order> orders() {
      return List.of(order, other);
    }
  }

  /**
   * Place an order and those that wait at the venue until it has filled whole: all or nothing. Only
   * where {@link Capabilities#orderBrackets()} says that the venue takes them; each has its own
   * answers.
   *
   * @param order the approved entry, a limit order
   * @param exits one or two that leave what it fills, all for the same quantity; of two the one
   *     that stops a loss comes first
   * @param decidedAt when
   */
  record SubmitBracket(Order order, List<Order> exits, long decidedAt) implements Placement {
    /** Keeps a copy; throws {@link IllegalArgumentException} for no exit or more than two. */
    public SubmitBracket {
      exits = List.copyOf(exits);
      if (exits.isEmpty() || exits.size() > 2) {
        throw new IllegalArgumentException(
            "a bracket has one exit or two, not " + exits.size() + ": entry " + order.id());
      }
    }

    @Override
    public List<Order> orders() {
      return Stream.concat(Stream.of(order), exits.stream()).toList();
    }
  }

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
