package dev.bourse.core.lists;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the venue has of an order; what we know may be behind that. */
final class AtVenue {
  final Order placed;
  @Nullable AtVenue partner;

  /** The entry that has to fill whole before this one begins to work. */
  @Nullable AtVenue head;

  Quantity quantity;
  Quantity filled;
  boolean open = true;
  boolean rejected;
  boolean denied;
  boolean passing;

  AtVenue(Order placed) {
    this.placed = placed;
    this.quantity = placed.spec().quantity();
    this.filled = Quantity.zero(quantity.decimals());
  }

  boolean sells() {
    return placed.spec().side() == Side.SELL;
  }

  /** Whether it and another are of one list and share its quantity. */
  boolean sharesWith(AtVenue other) {
    OrderLink link = placed.link();
    OrderLink its = other.placed.link();
    return other != this
        && link != null
        && its != null
        && link.isShared()
        && its.isShared()
        && its.list().equals(link.list());
  }

  /** What one list could still sell at most, added up over all lists. */
  static Quantity largestOnSale(Collection<AtVenue> all, Quantity none) {
    Map<ClientOrderId, Quantity> lists = new TreeMap<>();
    for (AtVenue order : all) {
      OrderLink link = order.placed.link();
      if (order.open && order.head == null && order.sells()) {
        boolean shared = link != null && link.isShared();
        ClientOrderId key = shared ? link.list() : order.placed.id();
        lists.merge(key, order.left(), (one, two) -> one.compareTo(two) > 0 ? one : two);
      }
    }
    return lists.values().stream().reduce(none, Quantity::plus);
  }

  /** What it says of the order; how much was filled it has told already. */
  OrderReport.Status status(Order ours, long now) {
    OrderStatus ended = rejected ? OrderStatus.REJECTED : OrderStatus.CANCELED;
    OrderStatus closed = left().isZero() ? OrderStatus.FILLED : ended;
    return new OrderReport.Status(
        ours.account(),
        ours.id(),
        "v-" + ours.id(),
        open ? OrderStatus.ACCEPTED : closed,
        ours.filled(),
        ours.filledNotional(),
        "",
        now,
        new OrderChange(quantity, null, null));
  }

  Quantity left() {
    return quantity.minus(filled);
  }
}
