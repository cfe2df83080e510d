package dev.bourse.venue.binance.calls;

import dev.bourse.api.model.Fill;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.OrderGroup;
import dev.bourse.venue.binance.trading.PlacedOrder;
import dev.bourse.venue.binance.trading.Ticket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders and lists as answers have them. */
final class OrderAnswers {
  private OrderAnswers() {}

  /** How much an answer to a new order tells. */
  enum Detail {
    ACK,
    RESULT,
    FULL
  }

  static Map<String, @Nullable Object> placed(PlacedOrder order, Detail detail, long now) {
    Map<String, @Nullable Object> answer = names(order);
    answer.put("transactTime", new Stamp(now));
    if (detail != Detail.ACK) {
      answer.putAll(state(order));
      answer.put("workingTime", stampOrMinus(order.workingAt()));
      if (detail == Detail.FULL) {
        answer.put("fills", fills(order));
      }
      answer.put("selfTradePreventionMode", order.ticket().selfTrade());
      answer.putAll(conditional(order));
      if (order.expiry() != null) {
        answer.put("expiryReason", order.expiry());
      }
    }
    return answer;
  }

  /**
   * One that waits for the first of its list, as it was when the list came: an answer says so even
   * where that has filled at once (web-socket-api.md, "Place new Order list - OTO").
   */
  static Map<String, @Nullable Object> pending(PlacedOrder order, Detail detail, long now) {
    Map<String, @Nullable Object> answer = placed(order, detail, now);
    answer.replace("executedQty", Amounts.text(BigDecimal.ZERO));
    answer.replace("cummulativeQuoteQty", Amounts.text(BigDecimal.ZERO));
    answer.replace("status", PlacedOrder.State.PENDING_NEW);
    answer.replace("workingTime", -1L);
    answer.replace("fills", List.of());
    List.of("preventedMatchId", "preventedQuantity", "expiryReason").forEach(answer::remove);
    return answer;
  }

  static Map<String, @Nullable Object> canceled(PlacedOrder order, String cancelId, long now) {
    OrderGroup group = order.group();
    Map<String, @Nullable Object> answer =
        Json.object(
            "symbol",
            order.ticket().market().symbol(),
            "origClientOrderId",
            order.clientId(),
            "orderId",
            order.id(),
            "orderListId",
            group == null ? -1 : group.id(),
            "clientOrderId",
            cancelId,
            "transactTime",
            new Stamp(now));
    answer.putAll(state(order));
    answer.put("selfTradePreventionMode", order.ticket().selfTrade());
    answer.putAll(conditional(order));
    return answer;
  }

  static Map<String, @Nullable Object> queried(PlacedOrder order) {
    Map<String, @Nullable Object> answer = names(order);
    answer.putAll(state(order));
    answer.put("stopPrice", text(order.ticket().stopPrice()));
    answer.put("icebergQty", text(order.ticket().icebergQuantity()));
    answer.put("time", new Stamp(order.createdAt()));
    answer.put("updateTime", new Stamp(order.updatedAt()));
    answer.put("isWorking", true);
    answer.put("workingTime", stampOrMinus(order.workingAt()));
    answer.put("selfTradePreventionMode", order.ticket().selfTrade());
    answer.putAll(conditional(order));
    if (order.expiry() != null) {
      answer.put("expiryReason", order.expiry());
    }
    return answer;
  }

  static Map<String, @Nullable Object> amended(PlacedOrder order, String original) {
    Map<String, @Nullable Object> answer = names(order);
    Ticket ticket = order.ticket();
    answer.put("origClientOrderId", original);
    answer.put("price", text(ticket.price()));
    answer.put("qty", Amounts.text(order.quantity()));
    answer.put("executedQty", Amounts.text(order.filled()));
    answer.put("preventedQty", Amounts.text(order.prevented()));
    answer.put("quoteOrderQty", text(ticket.worth()));
    answer.put("cumulativeQuoteQty", Amounts.text(order.paid()));
    answer.put("status", order.state());
    answer.put("timeInForce", ticket.life());
    answer.put("type", ticket.kind());
    answer.put("side", ticket.side());
    answer.put("workingTime", stampOrMinus(order.workingAt()));
    answer.put("selfTradePreventionMode", ticket.selfTrade());
    return answer;
  }

  /** A list that was just placed. */
  static Map<String, @Nullable Object> begun(OrderGroup group) {
    Map<String, @Nullable Object> answer = list(group);
    answer.replace("listStatusType", "EXEC_STARTED");
    answer.replace("listOrderStatus", "EXECUTING");
    return answer;
  }

  static Map<String, @Nullable Object> list(OrderGroup group) {
    boolean done = group.isDone();
    List<Object> orders = new ArrayList<>();
    for (PlacedOrder order : group.orders()) {
      orders.add(
          Json.object(
              "symbol", order.ticket().market().symbol(),
              "orderId", order.id(),
              "clientOrderId", order.clientId()));
    }
    return Json.object(
        "orderListId",
        group.id(),
        "contingencyType",
        group.contingency(),
        "listStatusType",
        done ? "ALL_DONE" : "EXEC_STARTED",
        "listOrderStatus",
        done ? "ALL_DONE" : "EXECUTING",
        "listClientOrderId",
        group.clientId(),
        "transactionTime",
        new Stamp(group.createdAt()),
        "symbol",
        group.orders().get(0).ticket().market().symbol(),
        "orders",
        orders);
  }

  private static Map<String, @Nullable Object> names(PlacedOrder order) {
    OrderGroup group = order.group();
    return Json.object(
        "symbol", order.ticket().market().symbol(),
        "orderId", order.id(),
        "orderListId", group == null ? -1 : group.id(),
        "clientOrderId", order.calledNow());
  }

  private static Map<String, @Nullable Object> state(PlacedOrder order) {
    Ticket ticket = order.ticket();
    return Json.object(
        "price", text(ticket.price()),
        "origQty", Amounts.text(order.quantity()),
        "executedQty", Amounts.text(order.filled()),
        "origQuoteOrderQty", text(ticket.worth()),
        "cummulativeQuoteQty", Amounts.text(order.paid()),
        "status", order.state(),
        "timeInForce", ticket.life(),
        "type", ticket.kind(),
        "side", ticket.side());
  }

  private static Map<String, @Nullable Object> conditional(PlacedOrder order) {
    Ticket ticket = order.ticket();
    Map<String, @Nullable Object> more = Json.object();
    if (ticket.stopPrice() != null) {
      more.put("stopPrice", Amounts.text(ticket.stopPrice()));
    }
    if (ticket.icebergQuantity() != null) {
      more.put("icebergQty", Amounts.text(ticket.icebergQuantity()));
    }
    if (ticket.trailingDelta() != null) {
      more.put("trailingDelta", ticket.trailingDelta());
    }
    if (ticket.strategyId() != null) {
      more.put("strategyId", ticket.strategyId());
    }
    if (ticket.strategyType() != null) {
      more.put("strategyType", ticket.strategyType());
    }
    if (order.preventedMatch() >= 0) {
      more.put("preventedMatchId", order.preventedMatch());
      more.put("preventedQuantity", Amounts.text(order.prevented()));
    }
    return more;
  }

  private static List<Object> fills(PlacedOrder order) {
    List<Object> fills = new ArrayList<>();
    for (PlacedOrder.Execution execution : order.executions()) {
      Fill fill = execution.fill();
      fills.add(
          Json.object(
              "price", Amounts.text(Amounts.of(fill.price())),
              "qty", Amounts.text(Amounts.of(fill.quantity())),
              "commission", Amounts.text(Amounts.of(fill.fee())),
              "commissionAsset", fill.fee().currency().code(),
              "tradeId", execution.tradeId()));
    }
    return fills;
  }

  private static Object stampOrMinus(long nanos) {
    return nanos < 0 ? Long.valueOf(-1) : new Stamp(nanos);
  }

  private static String text(@Nullable BigDecimal amount) {
    return Amounts.text(amount == null ? BigDecimal.ZERO : amount);
  }
}
