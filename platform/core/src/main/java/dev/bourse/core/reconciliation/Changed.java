package dev.bourse.core.reconciliation;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether somebody else changed an order of ours. Pure functions. */
public final class Changed {
  private Changed() {}

  /**
   * Whether a live order, of which no command is under way, has other terms at the venue. What is
   * older than the order's last change says nothing of it: that is the caller's to judge.
   */
  public static boolean outside(Order order, OrderReport.Status status) {
    OrderChange terms = status.terms();
    boolean quiet =
        order.isLive()
            && !order.unknown()
            && order.change() == null
            && order.status() != OrderStatus.PENDING_CANCEL
            && order.status() != OrderStatus.SUBMITTED;
    return terms != null
        && quiet
        && status.status().isLive()
        && order.spec().amount() == null
        && isOther(order.spec(), applied(order.spec(), terms));
  }

  private static @Nullable OrderSpec applied(OrderSpec spec, OrderChange terms) {
    try {
      return terms.applied(spec);
    } catch (IllegalArgumentException e) {
      return null; // terms that this kind of order cannot have say nothing
    }
  }

  private static boolean isOther(OrderSpec ours, @Nullable OrderSpec theirs) {
    return theirs != null
        && (ours.quantity().compareTo(theirs.quantity()) != 0 || !samePrices(ours, theirs));
  }

  /** A trigger that trails moves by itself. */
  private static boolean samePrices(OrderSpec ours, OrderSpec theirs) {
    return Objects.equals(ours.price(), theirs.price())
        && (ours.type().isTrailing() || Objects.equals(ours.trigger(), theirs.trigger()));
  }

  /**
   * Whether a change that a venue tells of was somebody else's doing: nobody here asked for it, and
   * it is neither a trigger that trails nor what a venue takes off the orders of one list.
   */
  public static boolean outside(Order before, Order after) {
    boolean asked = before.change() != null || before.unknown();
    boolean less = after.spec().quantity().compareTo(before.spec().quantity()) < 0;
    boolean list = before.link() != null && less && samePrices(before.spec(), after.spec());
    return !asked && !list && isOther(before.spec(), after.spec());
  }

  /** A sentence about it. */
  public static String told(Order before, Order after) {
    return "order "
        + before.id()
        + " was changed at the venue, not by this trader: "
        + before.spec()
        + " became "
        + after.spec()
        + "; it counts as changed";
  }
}
