package dev.bourse.venue.binance.streams;

import dev.bourse.venue.binance.calls.Depth;
import dev.bourse.venue.binance.market.Candle;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.trading.Floor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The last day of a market, every second. */
final class TickerStream implements TimedStream {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private final SymbolMarket market;
  private final Floor floor;
  private final boolean whole;
  private long next;

  /**
   * A stream.
   *
   * @param whole whether it tells more than prices and volumes
   */
  TickerStream(SymbolMarket market, Floor floor, boolean whole) {
    this.market = market;
    this.floor = floor;
    this.whole = whole;
  }

  @Override
  public List<Map<String, @Nullable Object>> due(long now) {
    Candle day = now < next ? null : market.candles().since(now - DAY);
    if (day == null) {
      return List.of();
    }
    next = now + INTERVAL;
    return List.of(
        whole
            ? StreamEvents.ticker(market, day, Depth.of(market, floor), now)
            : StreamEvents.miniTicker(market, day, now));
  }
}
