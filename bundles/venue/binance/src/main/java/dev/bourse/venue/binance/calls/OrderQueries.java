package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.trading.OrderGroup;
import dev.bourse.venue.binance.trading.PlacedOrder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Questions about orders and lists. */
final class OrderQueries {
  private static final int USUAL = 500;
  private static final int MOST = 1000;
  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private final Parts parts;

  OrderQueries(Parts parts) {
    this.parts = parts;
  }

  void addTo(CallTable table) {
    table.account("GET /api/v3/order", "order.status", 4, this::order);
    table.account(
        "GET /api/v3/openOrders",
        "openOrders.status",
        params -> SymbolChoice.weight(params, 6, 80),
        this::openOrders);
    table.account("GET /api/v3/allOrders", "allOrders", 20, this::allOrders);
    table.account("GET /api/v3/orderList", "orderList.status", 4, this::list);
    table.account("GET /api/v3/allOrderList", "allOrderLists", 20, this::allLists);
    table.account("GET /api/v3/openOrderList", "openOrderLists.status", 6, this::openLists);
  }

  private Object order(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    OrderName name = OrderName.of(params, "orderId", "origClientOrderId");
    params.done();
    PlacedOrder order = name.find(asked.desk(), market);
    if (order == null) {
      throw Refusals.noSuchOrder();
    }
    return OrderAnswers.queried(order);
  }

  private Object openOrders(Asked asked) {
    Params params = asked.params();
    @Nullable String symbol = params.text("symbol");
    params.done();
    @Nullable SymbolMarket market = symbol == null ? null : parts.markets().of(symbol);
    return asked.desk().openOrders().stream()
        .filter(order -> market == null || order.ticket().market() == market)
        .map(OrderAnswers::queried)
        .toList();
  }

  private Object allOrders(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    @Nullable Long from = params.whole("orderId");
    @Nullable Long start = params.time("startTime");
    @Nullable Long end = params.time("endTime");
    int limit = params.limit(USUAL, MOST);
    params.done();
    checkDay(start, end);
    List<PlacedOrder> chosen =
        asked.desk().orders().stream()
            .filter(order -> order.ticket().market() == market)
            .filter(order -> from == null || order.id() >= from)
            .filter(order -> start == null || order.createdAt() >= start)
            .filter(order -> end == null || order.createdAt() <= end)
            .toList();
    boolean fromStart = from != null || start != null;
    return (fromStart ? MarketCalls.first(chosen, limit) : MarketCalls.last(chosen, limit))
        .stream().map(OrderAnswers::queried).toList();
  }

  /** Refuses a span that is longer than the venue looks through at once. */
  static void checkDay(@Nullable Long start, @Nullable Long end) {
    if (start != null && end != null && end - start > DAY) {
      throw ApiException.of(-1127, "More than 24 hours between startTime and endTime.");
    }
  }

  private Object list(Asked asked) {
    Params params = asked.params();
    @Nullable Long id = params.whole("orderListId");
    @Nullable String clientId = params.text("origClientOrderId");
    params.done();
    if (id == null && clientId == null) {
      throw Refusals.missing("orderListId", "origClientOrderId");
    }
    OrderGroup group =
        asked.desk().groups().stream()
            .filter(each -> id == null || each.id() == id)
            .filter(each -> id != null || each.clientId().equals(clientId))
            .reduce((first, second) -> second)
            .orElseThrow(() -> ApiException.of(-2018, "Order list does not exist."));
    return OrderAnswers.list(group);
  }

  private Object allLists(Asked asked) {
    Params params = asked.params();
    @Nullable Long from = params.whole("fromId");
    @Nullable Long start = params.time("startTime");
    @Nullable Long end = params.time("endTime");
    int limit = params.limit(USUAL, MOST);
    params.done();
    if (from != null && (start != null || end != null)) {
      throw ApiException.of(-1128, "Combination of optional parameters invalid.");
    }
    checkDay(start, end);
    List<OrderGroup> chosen =
        asked.desk().groups().stream()
            .filter(group -> from == null || group.id() >= from)
            .filter(group -> start == null || group.createdAt() >= start)
            .filter(group -> end == null || group.createdAt() <= end)
            .toList();
    return MarketCalls.last(chosen, limit).stream().map(OrderAnswers::list).toList();
  }

  private Object openLists(Asked asked) {
    asked.params().done();
    return asked.desk().groups().stream()
        .filter(group -> !group.isDone())
        .map(OrderAnswers::list)
        .toList();
  }
}
