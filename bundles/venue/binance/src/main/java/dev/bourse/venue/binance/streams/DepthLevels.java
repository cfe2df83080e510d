package dev.bourse.venue.binance.streams;

import dev.bourse.venue.binance.calls.Depth;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.trading.Floor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The best levels of a book. */
final class DepthLevels implements TimedStream {
  private final SymbolMarket market;
  private final Floor floor;
  private final long interval;
  private final int levels;
  private long next;

  DepthLevels(SymbolMarket market, Floor floor, long interval, int levels) {
    this.market = market;
    this.floor = floor;
    this.interval = interval;
    this.levels = levels;
  }

  @Override
  public List<Map<String, @Nullable Object>> due(long now) {
    if (now < next) {
      return List.of();
    }
    next = now + interval;
    Depth depth = Depth.of(market, floor);
    return List.of(
        Json.object(
            "lastUpdateId", market.lastUpdate(),
            "bids", Depth.levels(depth.bids(), levels),
            "asks", Depth.levels(depth.asks(), levels)));
  }
}
