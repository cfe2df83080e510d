package dev.bourse.core.ledger;

import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one list, oldest first, kept until the last of them has ended. Those that share a
 * quantity reserve together: the greatest part that any of them needs is enough, because what one
 * fills the others lose. Changed by the ledger only.
 */
final class OrderGroup {
  private final TreeMap<Integer, Place> places = new TreeMap<>();
  private final TreeMap<Integer, Order> orders = new TreeMap<>();
  private int live;
  private Shared shared = Shared.NONE;

  /**
   * What the live orders that share a quantity take together.
   *
   * @param reserved the greatest reservation, or null for none
   * @param side what all of them do, or null for none
   * @param outstanding the greatest part that one of them may still fill, or null for none
   * @param entry whether one of them may add exposure
   */
  record Shared(
      @Nullable Money reserved,
      @Nullable Side side,
      @Nullable Quantity outstanding,
      boolean entry) {
    static final Shared NONE = new Shared(null, null, null, false);

    private Shared with(Order order) {
      Money money = Reservations.of(order);
      Quantity part = order.outstanding();
      return new Shared(
          reserved == null || money.compareTo(reserved) > 0 ? money : reserved,
          order.spec().side(),
          outstanding == null || part.compareTo(outstanding) > 0 ? part : outstanding,
          entry || order.entry());
    }
  }

  static boolean isShared(Order order) {
    OrderLink link = order.link();
    return link != null && link.isShared();
  }

  /** Puts an order, or its next state. */
  void put(Place place, Order order) {
    Order before = orders.put(place.row, order);
    places.put(place.row, place);
    live += (order.isLive() ? 1 : 0) - (before != null && before.isLive() ? 1 : 0);
    if (isShared(order)) {
      Shared sum = Shared.NONE;
      for (Order each : orders.values()) {
        sum = isShared(each) && each.isLive() ? sum.with(each) : sum;
      }
      shared = sum;
    }
  }

  /** What the orders that share a quantity take together. */
  Shared shared() {
    return shared;
  }

  /** All orders of the list, oldest first, closed ones too. */
  Collection<Order> orders() {
    return orders.values();
  }

  Collection<Place> places() {
    return places.values();
  }

  /** Whether no order is live or to come. */
  boolean isOver() {
    return live == 0 && orders.values().stream().noneMatch(this::awaitsSuccessor);
  }

  /** Whether it ended, and another order is to come in its place. */
  boolean awaitsSuccessor(Order order) {
    OrderLeg leg = order.leg();
    boolean ended =
        switch (order.status()) {
          case CANCELED, EXPIRED -> true;
          case DENIED, REJECTED -> order.venueOrderId() == null && order.filled().isZero();
          default -> false;
        };
    return leg != null
        && leg.stage() == OrderLeg.Stage.REPLACED
        && ended
        && !hasSuccessor(order, leg.number());
  }

  private boolean hasSuccessor(Order order, int number) {
    boolean behind = false;
    for (Order each : orders.values()) {
      OrderLeg leg = each.leg();
      if (behind && leg != null && leg.number() == number) {
        return true;
      }
      behind |= each.id().equals(order.id());
    }
    return false;
  }
}
