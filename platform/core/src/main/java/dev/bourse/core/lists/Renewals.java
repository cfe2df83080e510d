package dev.bourse.core.lists;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderStatus;
import java.util.List;

/**
 * When an exit of a list that provably never left, or that its venue refused for a limit, is placed
 * anew: a moment later, and the more often that was in vain, the later. Pure.
 */
public final class Renewals {
  /** The longest wait, in patiences. */
  private static final long MOST = 30;

  private Renewals() {}

  /** Whether the venue never had such an exit, as far as is known, and it is to be placed anew. */
  public static boolean isDropped(Order order) {
    OrderLeg leg = order.leg();
    return leg != null
        && leg.stage() == OrderLeg.Stage.REPLACED
        && (order.status() == OrderStatus.DENIED || order.status() == OrderStatus.REJECTED)
        && order.venueOrderId() == null
        && order.filled().isZero();
  }

  static boolean isDue(Order order, ListFacts list) {
    return isDropped(order) && list.time() >= notBefore(order, list.orders(), list.patience());
  }

  /**
   * The earliest time for it.
   *
   * @param orders all orders of its list
   * @param patience how long a wish that came to nothing waits before it is tried again
   */
  public static long notBefore(Order dropped, List<Order> orders, long patience) {
    OrderLeg leg = dropped.leg();
    long times = 0;
    for (Order each : orders) {
      OrderLeg its = each.leg();
      boolean same = leg != null && its != null && its.number() == leg.number();
      times += same && isNever(each, dropped.id()) ? 1 : 0;
    }
    return dropped.updatedAt() + patience * Math.max(1, Math.min(times, MOST));
  }

  private static boolean isNever(Order order, ClientOrderId dropped) {
    return order.status() == OrderStatus.DENIED || isDropped(order) || order.id().equals(dropped);
  }
}
