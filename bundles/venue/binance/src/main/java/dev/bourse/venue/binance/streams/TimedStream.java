package dev.bourse.venue.binance.streams;

import dev.bourse.venue.binance.market.CandleSpan;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.trading.Floor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stream that carries something at intervals. */
interface TimedStream {
  /** Books at once or every second, whole or what changed. */
  Pattern DEPTH = Pattern.compile("depth(5|10|20)?(@100ms|@1000ms)?");

  /** What is to be sent now. */
  List<Map<String, @Nullable Object>> due(long now);

  /** The stream of a kind, {@code depth@100ms}, or null if it is none of these. */
  static @Nullable TimedStream of(String kind, SymbolMarket market, Floor floor) {
    Matcher depth = DEPTH.matcher(kind);
    if (depth.matches()) {
      boolean fast = kind.endsWith("@100ms");
      long interval = TimeUnit.MILLISECONDS.toNanos(fast ? 100 : 1000);
      @Nullable String levels = depth.group(1);
      return levels == null
          ? new DepthChanges(market, floor, interval)
          : new DepthLevels(market, floor, interval, Integer.parseInt(levels));
    }
    if (kind.startsWith("kline_")) {
      return CandleSpan.of(kind.substring("kline_".length()))
          .map(span -> new CandleStream(market, span))
          .orElse(null);
    }
    if (kind.equals("miniTicker") || kind.equals("ticker")) {
      return new TickerStream(market, floor, kind.equals("ticker"));
    }
    return null;
  }
}
