package dev.bourse.venue.binance.calls;

import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.calls.OrderAnswers.Detail;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.trading.Kind;
import dev.bourse.venue.binance.trading.OrderGroup;
import dev.bourse.venue.binance.trading.PairPrices;
import dev.bourse.venue.binance.trading.PlacedOrder;
import dev.bourse.venue.binance.trading.Ticket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders that depend on each other: placed and cancelled together. */
final class ListCalls {
  private final Parts parts;

  ListCalls(Parts parts) {
    this.parts = parts;
  }

  void addTo(CallTable table) {
    table.trade("POST /api/v3/orderList/oco", "orderList.place.oco", 2, this::oco);
    table.trade("POST /api/v3/orderList/oto", "orderList.place.oto", 2, this::oto);
    table.trade("POST /api/v3/orderList/otoco", "orderList.place.otoco", 3, this::otoco);
    table.trade("DELETE /api/v3/orderList", "orderList.cancel", 0, this::cancel);
  }

  private Object oco(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    Side side = OrderForm.side(params, "side");
    BigDecimal quantity = required(params, "quantity");
    Ticket above = form(params, "above", market).read(side, quantity);
    Ticket below = form(params, "below", market).read(side, quantity);
    @Nullable String listId = OrderForm.clientId(params, "listClientOrderId");
    Detail detail = OrderCalls.detail(params, Detail.RESULT);
    params.done();
    checkPair(above, below);
    if (!PairPrices.holdLast(List.of(above, below))) {
      throw Refusals.badPrices();
    }
    OrderGroup group = parts.floor().lists().placeOco(asked.desk(), listId, List.of(below, above));
    return placed(group, detail, asked.now());
  }

  private Object oto(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    Ticket working = working(params, market);
    Ticket pending = form(params, "pending", market).read();
    return place(asked, List.of(working, pending));
  }

  private Object otoco(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    Ticket working = working(params, market);
    Side side = OrderForm.side(params, "pendingSide");
    BigDecimal quantity = required(params, "pendingQuantity");
    Ticket above = form(params, "pendingAbove", market).read(side, quantity);
    if (!params.has("pendingBelowType")) {
      return place(asked, List.of(working, above));
    }
    Ticket below = form(params, "pendingBelow", market).read(side, quantity);
    checkPair(above, below);
    return place(asked, List.of(working, below, above));
  }

  private Object place(Asked asked, List<Ticket> tickets) {
    @Nullable String listId = OrderForm.clientId(asked.params(), "listClientOrderId");
    Detail detail = OrderCalls.detail(asked.params(), Detail.RESULT);
    asked.params().done();
    OrderGroup group = parts.floor().lists().placeOto(asked.desk(), listId, tickets);
    return placed(group, detail, asked.now());
  }

  private Ticket working(Params params, SymbolMarket market) {
    Ticket working = form(params, "working", market).read();
    if (working.kind() != Kind.LIMIT && working.kind() != Kind.LIMIT_MAKER) {
      throw ApiException.of(-1116, "Invalid orderType.");
    }
    return working;
  }

  private OrderForm form(Params params, String prefix, SymbolMarket market) {
    return new OrderForm(params, prefix, market, parts.selfTrade());
  }

  private static BigDecimal required(Params params, String name) {
    BigDecimal value = params.decimal(name);
    if (value == null) {
      throw Refusals.missing(name);
    }
    return value;
  }

  private Object cancel(Asked asked) {
    Params params = asked.params();
    parts.markets().of(params.symbol());
    @Nullable Long id = params.whole("orderListId");
    @Nullable String clientId = params.text("listClientOrderId");
    @Nullable String cancelId = OrderForm.clientId(params, "newClientOrderId");
    params.done();
    if (id == null && clientId == null) {
      throw Refusals.missing("orderListId", "listClientOrderId");
    }
    OrderGroup group =
        asked.desk().groups().stream()
            .filter(each -> id == null || each.id() == id)
            .filter(each -> clientId == null || each.clientId().equals(clientId))
            .filter(each -> !each.isDone())
            .findFirst()
            .orElseThrow(() -> Refusals.cancel("Unknown order list sent."));
    String name = cancelId == null ? group.clientId() : cancelId;
    PlacedOrder first =
        group.orders().stream().filter(PlacedOrder::isOpen).findFirst().orElseThrow();
    parts.floor().cancel(asked.desk(), first, name);
    return canceled(group, name, asked.now());
  }

  private static Object placed(OrderGroup group, Detail detail, long now) {
    Map<String, @Nullable Object> answer = OrderAnswers.begun(group);
    answer.put(
        "orderReports",
        group.orders().stream()
            .map(
                order ->
                    group.isBehind(order)
                        ? OrderAnswers.pending(order, detail, now)
                        : OrderAnswers.placed(order, detail, now))
            .toList());
    return answer;
  }

  static Object canceled(OrderGroup group, String cancelId, long now) {
    Map<String, @Nullable Object> answer = OrderAnswers.list(group);
    answer.put(
        "orderReports",
        group.orders().stream().map(order -> OrderAnswers.canceled(order, cancelId, now)).toList());
    return answer;
  }

  /**
   * Whether one of two orders takes the profit and the other stops the loss, the right way round.
   * Where the last price is matters only when they are placed: not while they wait for another.
   */
  private static void checkPair(Ticket above, Ticket below) {
    if (above.kind() == Kind.MARKET
        || above.kind() == Kind.LIMIT
        || below.kind() == Kind.MARKET
        || below.kind() == Kind.LIMIT) {
      throw ApiException.of(-1158, "Order type not supported in OCO.");
    }
    if (!above.kind().isConditional() && !below.kind().isConditional()) {
      throw ApiException.of(-1168, "At least one OCO order must be contingent.");
    }
    boolean sells = above.side() == Side.SELL;
    Ticket profit = sells ? above : below;
    Ticket loss = sells ? below : above;
    if (profit.kind().isStop()) {
      throw sells
          ? ApiException.of(-1197, "A stop loss order in a sell OCO must be below.")
          : ApiException.of(-1196, "A stop loss order in a buy OCO must be above.");
    }
    if (!loss.kind().isStop()) {
      throw misplaced(sells, loss);
    }
    if (!PairPrices.areOrdered(List.of(profit, loss))) {
      throw Refusals.badPrices();
    }
  }

  private static ApiException misplaced(boolean sells, Ticket ticket) {
    if (ticket.kind() == Kind.LIMIT_MAKER) {
      return sells
          ? ApiException.of(-1166, "A limit order in a sell OCO must be above.")
          : ApiException.of(-1165, "A limit order in a buy OCO must be below.");
    }
    return sells
        ? ApiException.of(-1199, "A take profit order in a sell OCO must be above.")
        : ApiException.of(-1198, "A take profit order in a buy OCO must be below.");
  }
}
