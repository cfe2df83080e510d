package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Stamp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of an account as the protocol has them. */
final class Events {
  private static final String ZERO = Amounts.text(BigDecimal.ZERO);

  private Events() {}

  /**
   * What an order is called in an event.
   *
   * @param name the client's name of the order, or of the cancel
   * @param original the client's former name of the order, for a cancel or an amend, else empty
   */
  record Names(String name, String original) {}

  /**
   * What happened to an order.
   *
   * @param what the protocol's word for it
   * @param names what it is called, and was before
   */
  static Map<String, @Nullable Object> execution(
      PlacedOrder order, String what, Names names, long executionId, long now) {
    Ticket ticket = order.ticket();
    OrderGroup group = order.group();
    Map<String, @Nullable Object> event =
        Json.object(
            "e", "executionReport",
            "E", new Stamp(now),
            "s", ticket.market().symbol(),
            "c", names.name(),
            "S", ticket.side(),
            "o", ticket.kind(),
            "f", ticket.life(),
            "q", Amounts.text(order.quantity()),
            "p", text(ticket.price()),
            "P", text(ticket.stopPrice()),
            "F", text(ticket.icebergQuantity()),
            "g", group == null ? -1 : group.id(),
            "C", names.original(),
            "x", what,
            "X", order.state(),
            "r", order.rejection(),
            "i", order.id());
    event.putAll(fill(order, what));
    event.putAll(
        Json.object(
            "T",
            new Stamp(order.updatedAt()),
            "t",
            what.equals("TRADE") ? last(order).tradeId() : -1,
            "I",
            executionId,
            "w",
            order.rests(),
            "m",
            what.equals("TRADE") && last(order).fill().liquidity() == Liquidity.MAKER,
            "M",
            false,
            "O",
            new Stamp(order.createdAt()),
            "Z",
            Amounts.text(order.paid()),
            "Y",
            what.equals("TRADE") ? Amounts.text(Amounts.of(last(order).fill().notional())) : ZERO,
            "Q",
            text(ticket.worth()),
            "V",
            ticket.selfTrade()));
    event.putAll(conditional(order));
    return event;
  }

  private static Map<String, @Nullable Object> fill(PlacedOrder order, String what) {
    if (!what.equals("TRADE")) {
      return Json.object(
          "l", ZERO, "z", Amounts.text(order.filled()), "L", ZERO, "n", "0", "N", null);
    }
    Fill fill = last(order).fill();
    return Json.object(
        "l", Amounts.text(Amounts.of(fill.quantity())),
        "z", Amounts.text(order.filled()),
        "L", Amounts.text(Amounts.of(fill.price())),
        "n", Amounts.text(Amounts.of(fill.fee())),
        "N", fill.fee().currency().code());
  }

  /** What is there only for some orders. */
  private static Map<String, @Nullable Object> conditional(PlacedOrder order) {
    Ticket ticket = order.ticket();
    Map<String, @Nullable Object> more = Json.object();
    if (order.workingAt() >= 0) {
      more.put("W", new Stamp(order.workingAt()));
    }
    if (ticket.trailingDelta() != null) {
      more.put("d", ticket.trailingDelta());
    }
    if (ticket.strategyId() != null) {
      more.put("j", ticket.strategyId());
    }
    if (ticket.strategyType() != null) {
      more.put("J", ticket.strategyType());
    }
    if (order.preventedMatch() >= 0) {
      more.put("v", order.preventedMatch());
      more.put("A", Amounts.text(order.prevented()));
      more.put("B", Amounts.text(order.prevented()));
    }
    if (order.expiry() != null) {
      more.put("eR", order.expiry());
    }
    return more;
  }

  private static PlacedOrder.Execution last(PlacedOrder order) {
    List<PlacedOrder.Execution> executions = order.executions();
    return executions.get(executions.size() - 1);
  }

  private static String text(@Nullable BigDecimal amount) {
    return amount == null ? ZERO : Amounts.text(amount);
  }

  /** Balances that changed. */
  static Map<String, @Nullable Object> position(List<Balance> balances, long changedAt, long now) {
    List<Object> rows = new ArrayList<>();
    for (Balance balance : balances) {
      rows.add(
          Json.object(
              "a", balance.currency().code(),
              "f", Amounts.text(Amounts.of(balance.free())),
              "l", Amounts.text(Amounts.of(balance.reserved()))));
    }
    return Json.object(
        "e", "outboundAccountPosition", "E", new Stamp(now), "u", new Stamp(changedAt), "B", rows);
  }

  /** Money that came or left without a trade. */
  static Map<String, @Nullable Object> balanceUpdate(Money amount, long time, long now) {
    return Json.object(
        "e",
        "balanceUpdate",
        "E",
        new Stamp(now),
        "a",
        amount.currency().code(),
        "d",
        Amounts.text(Amounts.of(amount)),
        "T",
        new Stamp(time));
  }

  /** Where a list of orders stands. */
  static Map<String, @Nullable Object> listStatus(OrderGroup group, long now) {
    boolean done = group.isDone();
    List<Object> rows = new ArrayList<>();
    for (PlacedOrder order : group.orders()) {
      rows.add(
          Json.object(
              "s", order.ticket().market().symbol(), "i", order.id(), "c", order.clientId()));
    }
    return Json.object(
        "e",
        "listStatus",
        "E",
        new Stamp(now),
        "s",
        group.orders().get(0).ticket().market().symbol(),
        "g",
        group.id(),
        "c",
        group.contingency(),
        "l",
        done ? "ALL_DONE" : "EXEC_STARTED",
        "L",
        done ? "ALL_DONE" : "EXECUTING",
        "r",
        "NONE",
        "C",
        group.clientId(),
        "T",
        new Stamp(now),
        "O",
        rows);
  }
}
