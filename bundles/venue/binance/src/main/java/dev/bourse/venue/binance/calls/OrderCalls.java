package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.calls.OrderAnswers.Detail;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.ClientIds;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.Filters;
import dev.bourse.venue.binance.trading.OrderGroup;
import dev.bourse.venue.binance.trading.PlacedOrder;
import dev.bourse.venue.binance.trading.Ticket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New orders, cancels and changes. */
final class OrderCalls {
  private final Parts parts;
  private long nextCancel = Long.MIN_VALUE / 2;

  OrderCalls(Parts parts) {
    this.parts = parts;
  }

  void addTo(CallTable table) {
    table.trade("POST /api/v3/order", "order.place", 1, this::place);
    table.trade("POST /api/v3/order/test", "order.test", OrderCalls::testWeight, 0, this::test);
    table.trade("DELETE /api/v3/order", "order.cancel", 0, this::cancel);
    table.trade("DELETE /api/v3/openOrders", "openOrders.cancelAll", 0, this::cancelAll);
    table.trade(
        "PUT /api/v3/order/amend/keepPriority",
        "order.amend.keepPriority",
        any -> 4,
        0,
        this::amend);
    table.trade(
        "POST /api/v3/order/cancelReplace",
        "order.cancelReplace",
        1,
        new CancelReplace(parts, this)::answer);
  }

  private Object place(Asked asked) {
    Ticket ticket = ticket(asked.params());
    Detail detail = detail(asked.params(), ticket);
    asked.params().done();
    PlacedOrder order = parts.floor().place(asked.desk(), ticket);
    return OrderAnswers.placed(order, detail, asked.now());
  }

  private static int testWeight(Params params) {
    return params.flag("computeCommissionRates") ? 20 : 1;
  }

  private Object test(Asked asked) {
    Params params = asked.params();
    Ticket ticket = ticket(params);
    detail(params, ticket);
    boolean rates = params.flag("computeCommissionRates");
    params.done();
    parts.floor().test(asked.desk(), ticket);
    return rates ? Commissions.forOrder(ticket.market().instrument()) : Json.object();
  }

  Ticket ticket(Params params) {
    SymbolMarket market = parts.markets().of(params.symbol());
    return new OrderForm(params, "", market, parts.selfTrade()).read();
  }

  static Detail detail(Params params, Ticket ticket) {
    return detail(params, ticket.kind().tellsAll() ? Detail.FULL : Detail.ACK);
  }

  static Detail detail(Params params, Detail usual) {
    String word = params.text("newOrderRespType");
    if (word == null) {
      return usual;
    }
    for (Detail detail : Detail.values()) {
      if (detail.name().equals(word)) {
        return detail;
      }
    }
    throw Refusals.invalid("newOrderRespType");
  }

  private Object cancel(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    OrderName name = OrderName.of(params, "orderId", "origClientOrderId");
    String cancelId = cancelId(params, "newClientOrderId");
    @Nullable String only = restriction(params);
    params.done();
    PlacedOrder order = cancelOne(asked.desk(), market, name, cancelId, only);
    OrderGroup group = order.group();
    return group == null
        ? OrderAnswers.canceled(order, cancelId, asked.now())
        : ListCalls.canceled(group, cancelId, asked.now());
  }

  PlacedOrder cancelOne(
      Desk desk, SymbolMarket market, OrderName name, String cancelId, @Nullable String only) {
    PlacedOrder order = name.find(desk, market);
    if (order == null || !order.isOpen()) {
      throw Refusals.cancel("Unknown order sent.");
    }
    if (only != null && !only.equals("ONLY_" + order.state())) {
      throw Refusals.cancel("Order was not canceled due to cancel restrictions.");
    }
    parts.floor().cancel(desk, order, cancelId);
    return order;
  }

  static @Nullable String restriction(Params params) {
    String only = params.text("cancelRestrictions");
    if (only != null && !only.equals("ONLY_NEW") && !only.equals("ONLY_PARTIALLY_FILLED")) {
      throw ApiException.of(-1145, "Invalid cancelRestrictions");
    }
    return only;
  }

  String cancelId(Params params, String name) {
    String id = OrderForm.clientId(params, name);
    return id == null ? ClientIds.of(nextCancel++) : id;
  }

  private Object cancelAll(Asked asked) {
    SymbolMarket market = parts.markets().of(asked.params().symbol());
    asked.params().done();
    List<PlacedOrder> open =
        asked.desk().openOrders().stream()
            .filter(order -> order.ticket().market() == market)
            .toList();
    if (open.isEmpty()) {
      throw Refusals.cancel("Unknown order sent.");
    }
    String cancelId = ClientIds.of(nextCancel++);
    List<Object> rows = new ArrayList<>();
    Set<OrderGroup> groups = new LinkedHashSet<>();
    for (PlacedOrder order : open) {
      OrderGroup group = order.group();
      if (order.isOpen()) {
        parts.floor().cancel(asked.desk(), order, cancelId);
      }
      if (group == null) {
        rows.add(OrderAnswers.canceled(order, cancelId, asked.now()));
      } else {
        groups.add(group);
      }
    }
    groups.forEach(group -> rows.add(ListCalls.canceled(group, cancelId, asked.now())));
    return rows;
  }

  private Object amend(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    OrderName name = OrderName.of(params, "orderId", "origClientOrderId");
    String clientId = cancelId(params, "newClientOrderId");
    @Nullable BigDecimal quantity = params.decimal("newQty");
    params.done();
    if (quantity == null) {
      throw Refusals.missing("newQty");
    }
    PlacedOrder order = name.find(asked.desk(), market);
    checkAmend(order, quantity, market);
    if (order == null) {
      throw ApiException.of(-2038, "Unknown order sent.");
    }
    String original = order.clientId();
    long execution = parts.floor().amend(asked.desk(), order, quantity, clientId);
    Map<String, @Nullable Object> answer =
        Json.object(
            "transactTime",
            new Stamp(asked.now()),
            "executionId",
            execution,
            "amendedOrder",
            OrderAnswers.amended(order, original));
    OrderGroup group = order.group();
    if (group != null) {
      answer.put("listStatus", OrderAnswers.list(group));
    }
    return answer;
  }

  private static void checkAmend(
      @Nullable PlacedOrder order, BigDecimal quantity, SymbolMarket market) {
    if (order == null || !order.isOpen()) {
      throw ApiException.of(-2038, "Unknown order sent.");
    }
    if (order.amendments() >= Filters.MAX_AMENDMENTS) {
      throw ApiException.of(-2038, "Filter failure: MAX_NUM_ORDER_AMENDS");
    }
    int compared = quantity.compareTo(order.quantity());
    if (compared == 0) {
      throw ApiException.of(-2038, "The requested action would change no state; rejecting");
    }
    if (compared > 0) {
      throw ApiException.of(-2038, "Order amend (quantity increase) is not supported.");
    }
    BigDecimal step = Amounts.of(market.instrument().stepSize());
    boolean fits =
        quantity.remainder(step).signum() == 0
            && quantity.compareTo(Amounts.of(market.instrument().minQuantity())) >= 0;
    if (!fits) {
      throw Refusals.filter("LOT_SIZE");
    }
  }
}
