package dev.bourse.venue.binance.calls;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Right;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.AccountLimits;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.Filters;
import dev.bourse.venue.binance.trading.OrderGroup;
import dev.bourse.venue.binance.trading.PlacedOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Balances, fills, fees and counts of an account. */
final class AccountCalls {
  private final Parts parts;

  AccountCalls(Parts parts) {
    this.parts = parts;
  }

  void addTo(CallTable table) {
    table.account("GET /api/v3/account", "account.status", 20, this::account);
    table.account(
        "GET /api/v3/myTrades", "myTrades", params -> params.has("orderId") ? 5 : 20, this::trades);
    table.account("GET /api/v3/account/commission", "account.commission", 20, this::commission);
    table.account("GET /api/v3/myFilters", "myFilters", 40, this::filters);
    table.account("GET /sapi/v1/account/apiRestrictions", "", 1, AccountCalls::restrictions);
    table.account("GET /api/v3/rateLimit/order", "account.rateLimits.orders", 40, this::counts);
  }

  private Object account(Asked asked) {
    Params params = asked.params();
    boolean omitsZero = params.flag("omitZeroBalances");
    params.done();
    Desk desk = asked.desk();
    Instrument fees = parts.markets().all().get(0).instrument();
    return Json.object(
        "makerCommission",
        Commissions.points(fees.makerFee()),
        "takerCommission",
        Commissions.points(fees.takerFee()),
        "buyerCommission",
        0,
        "sellerCommission",
        0,
        "commissionRates",
        Commissions.rates(fees),
        "canTrade",
        true,
        "canWithdraw",
        false,
        "canDeposit",
        false,
        "brokered",
        false,
        "requireSelfTradePrevention",
        false,
        "preventSor",
        false,
        "updateTime",
        new Stamp(desk.balancesChangedAt()),
        "accountType",
        "SPOT",
        "balances",
        balances(desk, omitsZero),
        "permissions",
        List.of("SPOT"),
        "uid",
        desk.number());
  }

  private Object filters(Asked asked) {
    SymbolMarket market = parts.markets().of(asked.params().symbol());
    asked.params().done();
    Instrument instrument = market.instrument();
    AccountLimits limits = asked.desk().limits();
    return Json.object(
        "exchangeFilters",
        limits.exchangeFilters(),
        "symbolFilters",
        Filters.of(market),
        "assetFilters",
        limits.assetFilters(instrument.base().code(), instrument.quote().code()));
  }

  /** What the key may do: the one call of Binance's other interface that clients ask at start. */
  private static Object restrictions(Asked asked) {
    asked.params().done();
    return Json.object(
        "ipRestrict",
        false,
        "enableReading",
        asked.rights().contains(Right.READ),
        "enableSpotAndMarginTrading",
        asked.rights().contains(Right.TRADE),
        "enableWithdrawals",
        asked.rights().contains(Right.WITHDRAW));
  }

  private List<Object> balances(Desk desk, boolean omitsZero) {
    Map<String, Object> rows = new TreeMap<>();
    if (!omitsZero) {
      for (SymbolMarket market : parts.markets().all()) {
        none(rows, market.instrument().base().code());
        none(rows, market.instrument().quote().code());
      }
    }
    for (Balance balance : desk.balances()) {
      if (!omitsZero || balance.total().signum() != 0) {
        String code = balance.currency().code();
        rows.put(
            code,
            row(
                code,
                Amounts.text(Amounts.of(balance.free())),
                Amounts.text(Amounts.of(balance.reserved()))));
      }
    }
    return new ArrayList<>(rows.values());
  }

  private static void none(Map<String, Object> rows, String code) {
    rows.put(code, row(code, "0.00000000", "0.00000000"));
  }

  private static Object row(String code, String free, String locked) {
    return Json.object("asset", code, "free", free, "locked", locked);
  }

  private Object trades(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    @Nullable Long orderId = params.whole("orderId");
    @Nullable Long start = params.time("startTime");
    @Nullable Long end = params.time("endTime");
    @Nullable Long from = params.whole("fromId");
    int limit = params.limit(500, 1000);
    params.done();
    OrderQueries.checkDay(start, end);
    List<Own> own = new ArrayList<>();
    for (PlacedOrder order : asked.desk().orders()) {
      if (order.ticket().market() == market && (orderId == null || order.id() == orderId)) {
        order.executions().forEach(execution -> own.add(new Own(order, execution)));
      }
    }
    own.removeIf(
        each ->
            (from != null && each.id() < from)
                || (start != null && each.time() < start)
                || (end != null && each.time() > end));
    own.sort(Comparator.comparingLong(Own::id));
    boolean fromStart = from != null || start != null;
    return (fromStart ? MarketCalls.first(own, limit) : MarketCalls.last(own, limit))
        .stream().map(Own::row).toList();
  }

  /** A fill and the order that it belongs to. */
  private record Own(PlacedOrder order, PlacedOrder.Execution execution) {
    long id() {
      return execution.tradeId();
    }

    long time() {
      return execution.fill().eventTime();
    }

    Object row() {
      Fill fill = execution.fill();
      OrderGroup group = order.group();
      return Json.object(
          "symbol", order.ticket().market().symbol(),
          "id", id(),
          "orderId", order.id(),
          "orderListId", group == null ? -1 : group.id(),
          "price", Amounts.text(Amounts.of(fill.price())),
          "qty", Amounts.text(Amounts.of(fill.quantity())),
          "quoteQty", Amounts.text(Amounts.of(fill.notional())),
          "commission", Amounts.text(Amounts.of(fill.fee())),
          "commissionAsset", fill.fee().currency().code(),
          "time", new Stamp(time()),
          "isBuyer", fill.side() == Side.BUY,
          "isMaker", fill.liquidity() == Liquidity.MAKER,
          "isBestMatch", true);
    }
  }

  private Object commission(Asked asked) {
    SymbolMarket market = parts.markets().of(asked.params().symbol());
    asked.params().done();
    return Commissions.forAccount(market.instrument());
  }

  private Object counts(Asked asked) {
    asked.params().done();
    return parts.limits().ordersOf(asked.desk().account().value()).stream()
        .map(window -> window.state(asked.now()))
        .toList();
  }
}
