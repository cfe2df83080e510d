package dev.bourse.core.reconciliation;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders that the books did not place, as they are taken into them. */
final class Adoption {
  private Adoption() {}

  /** An order that the venue lists, with nothing executed yet. */
  static Order order(
      LocalBooks local,
      OrderReport.Status status,
      OrderSpec spec,
      StrategyId owner,
      AccountId account) {
    boolean entry = spec.instrument().isSpot() ? spec.side() == Side.BUY : !spec.reduceOnly();
    Order order =
        order(local, status.orderId(), spec, owner, account, entry, status.venueOrderId());
    return status.status() == OrderStatus.TRIGGERED
        ? order.withTriggered(OrderStatus.ACCEPTED, local.time())
        : order;
  }

  /** An order of which only one execution is known. */
  static Order executedOrder(LocalBooks local, Fill fill, StrategyId owner) {
    OrderSpec spec = OrderSpec.market(fill.instrument(), fill.side(), fill.quantity());
    return order(local, fill.orderId(), spec, owner, fill.account(), false, null);
  }

  /**
   * The order of an execution that nobody saw.
   *
   * @param entry whether it opens: with its side that says which side of a contract it is for
   */
  static Order generated(
      LocalBooks local, Fill fill, StrategyId owner, PositionId position, boolean entry) {
    OrderSpec spec = OrderSpec.market(fill.instrument(), fill.side(), fill.quantity());
    return order(
        local, fill.orderId(), spec.forPosition(position), owner, fill.account(), entry, null);
  }

  private static Order order(
      LocalBooks local,
      ClientOrderId id,
      OrderSpec spec,
      StrategyId owner,
      AccountId account,
      boolean entry,
      @Nullable String venueOrderId) {
    Instrument instrument = spec.instrument();
    return new Order(
        id,
        account,
        owner,
        spec,
        OrderStatus.ACCEPTED,
        false,
        venueOrderId,
        Quantity.zero(instrument.quantityDecimals()),
        instrument.settlement().zero(),
        entry,
        local.reference().apply(instrument.id()).orElse(null),
        local.time(),
        local.time(),
        "found at the venue");
  }

  /** What of an order the given executions make. */
  static Quantity executed(Order order, List<Fill> fills) {
    Quantity executed = order.filled();
    for (Fill fill : fills) {
      executed = fill.orderId().equals(order.id()) ? executed.plus(fill.quantity()) : executed;
    }
    return executed;
  }

  /**
   * The same with what was executed before our records begin. An order may be executed between the
   * answer that lists it and the one with its executions: then those say more.
   *
   * @param counted what of it is counted as executed now
   * @param past its executions that are not
   */
  static Order begun(Order order, OrderReport.Status status, Quantity counted, List<Fill> past) {
    Quantity listed =
        status
            .filled()
            .minus(counted.withDecimals(status.filled().decimals()).min(status.filled()));
    Quantity told = executed(order, past);
    if (told.compareTo(listed) > 0) {
      Money notional = past.stream().map(Fill::notional).reduce(Money::plus).orElseThrow();
      return begun(order, told, notional);
    }
    return listed.isZero()
        ? order
        : begun(
            order,
            listed,
            status.filledNotional().share(listed, status.filled(), RoundingMode.HALF_EVEN));
  }

  private static Order begun(Order order, Quantity part, Money notional) {
    boolean whole = order.spec().amount() == null && part.compareTo(order.unfilled()) >= 0;
    return order.withFill(
        part,
        notional,
        whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
        order.updatedAt());
  }
}
