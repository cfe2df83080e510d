package dev.bourse.venue.binance.streams;

import dev.bourse.venue.binance.calls.Depth;
import dev.bourse.venue.binance.market.Candle;
import dev.bourse.venue.binance.market.CandleSpan;
import dev.bourse.venue.binance.market.PublicTrade;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What streams carry, as the protocol has it. */
final class StreamEvents {
  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private StreamEvents() {}

  static Map<String, @Nullable Object> trade(SymbolMarket market, PublicTrade trade, long now) {
    return Json.object(
        "e", "trade",
        "E", new Stamp(now),
        "s", market.symbol(),
        "t", trade.id(),
        "p", Amounts.text(trade.price()),
        "q", Amounts.text(trade.quantity()),
        "T", new Stamp(trade.time()),
        "m", trade.buyerIsMaker(),
        "M", true);
  }

  static Map<String, @Nullable Object> aggregate(SymbolMarket market, PublicTrade trade, long now) {
    return Json.object(
        "e", "aggTrade",
        "E", new Stamp(now),
        "s", market.symbol(),
        "a", trade.id(),
        "p", Amounts.text(trade.price()),
        "q", Amounts.text(trade.quantity()),
        "f", trade.id(),
        "l", trade.id(),
        "T", new Stamp(trade.time()),
        "m", trade.buyerIsMaker(),
        "M", true);
  }

  /** The best bid and offer: price and quantity of each. */
  static Map<String, @Nullable Object> best(SymbolMarket market, List<String> best) {
    return Json.object(
        "u", market.lastUpdate(),
        "s", market.symbol(),
        "b", best.get(0),
        "B", best.get(1),
        "a", best.get(2),
        "A", best.get(3));
  }

  static Map<String, @Nullable Object> candle(
      SymbolMarket market, CandleSpan span, Candle candle, boolean over, long now) {
    Map<String, @Nullable Object> body =
        Json.object(
            "t", new Stamp(candle.openTime()),
            "T", new Stamp(span.end(candle.openTime()) - 1),
            "s", market.symbol(),
            "i", span.word(),
            "f", candle.firstId(),
            "L", candle.lastId(),
            "o", Amounts.text(candle.open()),
            "c", Amounts.text(candle.close()),
            "h", Amounts.text(candle.high()),
            "l", Amounts.text(candle.low()),
            "v", Amounts.text(candle.volume()),
            "n", candle.count(),
            "x", over,
            "q", worth(candle.worth()),
            "V", Amounts.text(candle.bought()),
            "Q", worth(candle.boughtWorth()),
            "B", "0");
    return Json.object("e", "kline", "E", new Stamp(now), "s", market.symbol(), "k", body);
  }

  static Map<String, @Nullable Object> miniTicker(SymbolMarket market, Candle day, long now) {
    return Json.object(
        "e", "24hrMiniTicker",
        "E", new Stamp(now),
        "s", market.symbol(),
        "c", Amounts.text(day.close()),
        "o", Amounts.text(day.open()),
        "h", Amounts.text(day.high()),
        "l", Amounts.text(day.low()),
        "v", Amounts.text(day.volume()),
        "q", worth(day.worth()));
  }

  static Map<String, @Nullable Object> ticker(
      SymbolMarket market, Candle day, Depth depth, long now) {
    BigDecimal change = day.close().subtract(day.open());
    Map<String, @Nullable Object> event =
        Json.object(
            "e", "24hrTicker",
            "E", new Stamp(now),
            "s", market.symbol(),
            "p", Amounts.text(change),
            "P",
                change
                    .movePointRight(2)
                    .divide(day.open(), 3, RoundingMode.HALF_EVEN)
                    .toPlainString(),
            "w", Amounts.text(average(day)),
            "x", Amounts.text(day.open()),
            "c", Amounts.text(day.close()),
            "Q", Amounts.text(market.last() == null ? BigDecimal.ZERO : market.last().quantity()));
    event.putAll(
        Json.object(
            "b", Depth.best(depth.bids()).get(0),
            "B", Depth.best(depth.bids()).get(1),
            "a", Depth.best(depth.asks()).get(0),
            "A", Depth.best(depth.asks()).get(1),
            "o", Amounts.text(day.open()),
            "h", Amounts.text(day.high()),
            "l", Amounts.text(day.low()),
            "v", Amounts.text(day.volume()),
            "q", worth(day.worth()),
            "O", new Stamp(now - DAY),
            "C", new Stamp(now),
            "F", day.firstId(),
            "L", day.lastId(),
            "n", day.count()));
    return event;
  }

  private static BigDecimal average(Candle day) {
    return day.volume().signum() == 0
        ? day.close()
        : day.worth().divide(day.volume(), Amounts.DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static String worth(BigDecimal amount) {
    return Amounts.text(amount.setScale(Amounts.DECIMALS, RoundingMode.HALF_EVEN));
  }
}
