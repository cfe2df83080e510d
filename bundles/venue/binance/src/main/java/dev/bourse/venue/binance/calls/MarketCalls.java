package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.market.Candle;
import dev.bourse.venue.binance.market.CandleSpan;
import dev.bourse.venue.binance.market.PublicTrade;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Books, trades and candles. */
final class MarketCalls {
  private static final int USUAL = 500;
  private static final int MOST = 1000;
  private static final int USUAL_LEVELS = 100;
  private static final int MOST_LEVELS = 5000;

  private final Parts parts;

  MarketCalls(Parts parts) {
    this.parts = parts;
  }

  void addTo(CallTable table) {
    table.open("GET /api/v3/depth", "depth", MarketCalls::depthWeight, this::depth);
    table.open("GET /api/v3/trades", "trades.recent", 25, this::trades);
    table.open("GET /api/v3/historicalTrades", "trades.historical", 25, this::historicalTrades);
    table.open("GET /api/v3/aggTrades", "trades.aggregate", 4, this::aggregateTrades);
    table.open("GET /api/v3/klines", "klines", 2, this::klines);
    table.open("GET /api/v3/uiKlines", "uiKlines", 2, this::klines);
    table.open("GET /api/v3/avgPrice", "avgPrice", 2, this::averagePrice);
    table.open("GET /api/v3/referencePrice", "referencePrice", 2, this::referencePrice);
  }

  /** The deeper the book the dearer (rest-api.md, "Order book"). */
  private static int depthWeight(Params params) {
    int limit = params.limit(USUAL_LEVELS, MOST_LEVELS);
    if (limit <= 100) {
      return 5;
    }
    return limit <= 500 ? 25 : limit <= 1000 ? 50 : 250;
  }

  private Object depth(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    int limit = params.limit(USUAL_LEVELS, MOST_LEVELS);
    params.text("symbolStatus");
    params.done();
    Depth depth = Depth.of(market, parts.floor());
    return Json.object(
        "lastUpdateId", market.lastUpdate(),
        "bids", Depth.levels(depth.bids(), limit),
        "asks", Depth.levels(depth.asks(), limit));
  }

  private Object trades(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    int limit = params.limit(USUAL, MOST);
    params.done();
    return last(market.trades(), limit).stream().map(MarketCalls::trade).toList();
  }

  private Object historicalTrades(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    int limit = params.limit(USUAL, MOST);
    @Nullable Long from = params.whole("fromId");
    params.done();
    return page(market.trades(), from, null, null, limit).stream().map(MarketCalls::trade).toList();
  }

  private Object aggregateTrades(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    int limit = params.limit(USUAL, MOST);
    @Nullable Long from = params.whole("fromId");
    @Nullable Long start = params.time("startTime");
    @Nullable Long end = params.time("endTime");
    params.done();
    if (from != null && (start != null || end != null)) {
      throw ApiException.of(-1128, "Combination of optional parameters invalid.");
    }
    return page(market.trades(), from, start, end, limit).stream()
        .map(MarketCalls::aggregate)
        .toList();
  }

  private static Object trade(PublicTrade trade) {
    return Json.object(
        "id", trade.id(),
        "price", Amounts.text(trade.price()),
        "qty", Amounts.text(trade.quantity()),
        "quoteQty", Amounts.text(rounded(trade.worth())),
        "time", new Stamp(trade.time()),
        "isBuyerMaker", trade.buyerIsMaker(),
        "isBestMatch", true);
  }

  /** Every trade stands alone here: no trades of one order are put together. */
  private static Object aggregate(PublicTrade trade) {
    return Json.object(
        "a", trade.id(),
        "p", Amounts.text(trade.price()),
        "q", Amounts.text(trade.quantity()),
        "f", trade.id(),
        "l", trade.id(),
        "T", new Stamp(trade.time()),
        "m", trade.buyerIsMaker(),
        "M", true);
  }

  private Object klines(Asked asked) {
    Params params = asked.params();
    SymbolMarket market = parts.markets().of(params.symbol());
    CandleSpan span = span(params.required("interval"));
    @Nullable Long start = params.time("startTime");
    @Nullable Long end = params.time("endTime");
    int limit = params.limit(USUAL, MOST);
    params.text("timeZone");
    params.done();
    List<Candle> candles =
        market
            .candles()
            .list(span, start == null ? Long.MIN_VALUE : start, end == null ? asked.now() : end);
    List<Candle> chosen = start == null ? last(candles, limit) : first(candles, limit);
    return chosen.stream().map(candle -> kline(span, candle)).toList();
  }

  static CandleSpan span(String word) {
    return CandleSpan.of(word).orElseThrow(() -> ApiException.of(-1120, "Invalid interval."));
  }

  private static Object kline(CandleSpan span, Candle candle) {
    return Arrays.asList(
        new Stamp(candle.openTime()),
        Amounts.text(candle.open()),
        Amounts.text(candle.high()),
        Amounts.text(candle.low()),
        Amounts.text(candle.close()),
        Amounts.text(candle.volume()),
        new Stamp(span.end(candle.openTime()) - 1),
        Amounts.text(rounded(candle.worth())),
        candle.count(),
        Amounts.text(candle.bought()),
        Amounts.text(rounded(candle.boughtWorth())),
        "0");
  }

  private Object averagePrice(Asked asked) {
    SymbolMarket market = parts.markets().of(asked.params().symbol());
    asked.params().done();
    @Nullable BigDecimal average = market.averagePrice(asked.now());
    @Nullable PublicTrade last = market.last();
    return Json.object(
        "mins",
        5,
        "price",
        Amounts.text(average == null ? BigDecimal.ZERO : average),
        "closeTime",
        last == null ? (Object) 0 : new Stamp(last.time()));
  }

  private Object referencePrice(Asked asked) {
    SymbolMarket market = parts.markets().of(asked.params().symbol());
    asked.params().done();
    if (!market.isReferenced()) {
      throw ApiException.of(-2043, "This symbol doesn't have a reference price.");
    }
    @Nullable BigDecimal price = market.referencePrice();
    return Json.object(
        "symbol",
        market.symbol(),
        "referencePrice",
        price == null ? null : Amounts.text(price),
        "timestamp",
        new Stamp(asked.now()));
  }

  /** Amounts of the quote with the protocol's eight decimals. */
  static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(Amounts.DECIMALS, java.math.RoundingMode.HALF_EVEN);
  }

  /** What a query that may begin at a number or at a time gets, oldest first. */
  private static List<PublicTrade> page(
      List<PublicTrade> trades,
      @Nullable Long from,
      @Nullable Long start,
      @Nullable Long end,
      int limit) {
    Function<PublicTrade, Boolean> wanted =
        trade ->
            (from == null || trade.id() >= from)
                && (start == null || trade.time() >= start)
                && (end == null || trade.time() <= end);
    List<PublicTrade> chosen = trades.stream().filter(wanted::apply).toList();
    return from == null && start == null ? last(chosen, limit) : first(chosen, limit);
  }

  static <T> List<T> last(List<T> all, int count) {
    return new ArrayList<>(all.subList(Math.max(0, all.size() - count), all.size()));
  }

  static <T> List<T> first(List<T> all, int count) {
    return new ArrayList<>(all.subList(0, Math.min(count, all.size())));
  }
}
