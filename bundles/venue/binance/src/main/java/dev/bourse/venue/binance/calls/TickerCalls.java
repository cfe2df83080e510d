package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.market.Candle;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where markets stand. */
final class TickerCalls {
  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private final Parts parts;

  TickerCalls(Parts parts) {
    this.parts = parts;
  }

  void addTo(CallTable table) {
    table.open(
        "GET /api/v3/ticker/price",
        "ticker.price",
        params -> SymbolChoice.weight(params, 2, 4),
        asked -> forEach(asked, TickerCalls::price));
    table.open(
        "GET /api/v3/ticker/bookTicker",
        "ticker.book",
        params -> SymbolChoice.weight(params, 2, 4),
        asked -> forEach(asked, this::book));
    table.open(
        "GET /api/v3/ticker/24hr",
        "ticker.24hr",
        TickerCalls::dayWeight,
        asked -> forEach(asked, market -> day(market, asked.now())));
  }

  /** The more symbols the dearer (rest-api.md, "24hr ticker price change statistics"). */
  private static int dayWeight(Params params) {
    @Nullable List<String> several = params.list("symbols");
    int count =
        SymbolChoice.isOne(params) ? 1 : several == null ? Integer.MAX_VALUE : several.size();
    return count <= 20 ? 2 : count <= 100 ? 40 : 80;
  }

  private Object forEach(Asked asked, Function<SymbolMarket, Object> row) {
    Params params = asked.params();
    List<SymbolMarket> markets = SymbolChoice.of(params, parts.markets(), "none");
    params.text("symbolStatus");
    params.text("type");
    params.done();
    if (SymbolChoice.isOne(params)) {
      return row.apply(markets.get(0));
    }
    List<Object> rows = new ArrayList<>();
    markets.forEach(market -> rows.add(row.apply(market)));
    return rows;
  }

  private static Object price(SymbolMarket market) {
    return Json.object("symbol", market.symbol(), "price", text(market.lastPrice()));
  }

  private Object book(SymbolMarket market) {
    Depth depth = Depth.of(market, parts.floor());
    List<String> bid = Depth.best(depth.bids());
    List<String> ask = Depth.best(depth.asks());
    return Json.object(
        "symbol", market.symbol(),
        "bidPrice", bid.get(0),
        "bidQty", bid.get(1),
        "askPrice", ask.get(0),
        "askQty", ask.get(1));
  }

  private Object day(SymbolMarket market, long now) {
    @Nullable Candle day = market.candles().since(now - DAY);
    BigDecimal open = day == null ? BigDecimal.ZERO : day.open();
    BigDecimal close = day == null ? BigDecimal.ZERO : day.close();
    BigDecimal change = close.subtract(open);
    Depth depth = Depth.of(market, parts.floor());
    List<String> bid = Depth.best(depth.bids());
    List<String> ask = Depth.best(depth.asks());
    Map<String, @Nullable Object> answer =
        Json.object(
            "symbol", market.symbol(),
            "priceChange", signed(change),
            "priceChangePercent", percent(change, open),
            "weightedAvgPrice", text(day == null ? null : average(day)),
            "prevClosePrice", text(open),
            "lastPrice", text(close),
            "lastQty", text(market.last() == null ? null : market.last().quantity()),
            "bidPrice", bid.get(0),
            "bidQty", bid.get(1),
            "askPrice", ask.get(0),
            "askQty", ask.get(1),
            "openPrice", text(open),
            "highPrice", text(day == null ? null : day.high()),
            "lowPrice", text(day == null ? null : day.low()),
            "volume", text(day == null ? null : day.volume()),
            "quoteVolume", text(day == null ? null : MarketCalls.rounded(day.worth())));
    answer.putAll(
        Json.object(
            "openTime", new Stamp(now - DAY),
            "closeTime", new Stamp(now),
            "firstId", day == null ? -1 : day.firstId(),
            "lastId", day == null ? -1 : day.lastId(),
            "count", day == null ? 0 : day.count()));
    return answer;
  }

  private static BigDecimal average(Candle day) {
    return day.volume().signum() == 0
        ? day.close()
        : day.worth().divide(day.volume(), Amounts.DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static String percent(BigDecimal change, BigDecimal open) {
    return open.signum() == 0
        ? "0.000"
        : change.movePointRight(2).divide(open, 3, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String signed(BigDecimal amount) {
    return Amounts.text(amount);
  }

  private static String text(@Nullable BigDecimal amount) {
    return Amounts.text(amount == null ? BigDecimal.ZERO : amount);
  }
}
