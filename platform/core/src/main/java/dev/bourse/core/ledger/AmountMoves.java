package dev.bourse.core.ledger;

import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.ledger.OrderStatusMachine.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where orders for an amount of quote currency differ: they are filled once what is left of the
 * amount does not pay for one step. What is left is named in the order's reason.
 */
public final class AmountMoves {
  private AmountMoves() {}

  /** Whether an order is for an amount. */
  static boolean isForAmount(Order order) {
    return order.unusedAmount() != null;
  }

  /** A part was executed: one step more at its price would be more than what is left. */
  static Order filled(Order order, Fill fill, Money notional, long time) {
    Order counted = order.withFill(fill.quantity(), notional, order.status(), time);
    Instrument instrument = fill.instrument();
    Money step = instrument.notional(fill.price(), instrument.stepSize());
    Money left = left(counted);
    boolean whole = left.signum() == 0 || step.compareTo(left) > 0;
    if (whole) {
      return finished(counted, time);
    }
    OrderStatus next = OrderStatusMachine.next(counted, Event.PARTLY_FILLED);
    return next == null ? counted : counted.with(next, counted.reason(), time);
  }

  /** The venue can do no more with what is left. */
  static Order finished(Order order, long time) {
    OrderStatus next = OrderStatusMachine.next(order, Event.FILLED);
    if (next == null) {
      return order;
    }
    String reason =
        left(order).signum() == 0
            ? ""
            : "AMOUNT_LEFT: left=" + left(order) + " of=" + order.spec().amount();
    return order.with(next, reason, time).withUnknown(false, time);
  }

  private static Money left(Order order) {
    return Objects.requireNonNull(order.unusedAmount(), "not an order for an amount");
  }

  /** What an execution goes beyond, {@code quantity 0.5}, or null if it stays within the order. */
  public static @Nullable String exceeded(Order order, Fill fill) {
    Money unused = order.unusedAmount();
    if (unused != null && fill.notional().compareTo(unused) > 0) {
      return "amount " + order.spec().amount();
    }
    if (unused != null && order.spec().side() == Side.BUY) {
      return null;
    }
    Quantity most = order.largestQuantity();
    return order.filled().plus(fill.quantity()).compareTo(most) > 0 ? "quantity " + most : null;
  }
}
