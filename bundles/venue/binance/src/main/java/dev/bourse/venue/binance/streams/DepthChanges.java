package dev.bourse.venue.binance.streams;

import dev.bourse.venue.binance.calls.Depth;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.Floor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** What changed in a book since the last time, numbered without a gap. */
final class DepthChanges implements TimedStream {
  private final SymbolMarket market;
  private final Floor floor;
  private final long interval;
  private Depth last;
  private long lastUpdate;
  private long next;

  DepthChanges(SymbolMarket market, Floor floor, long interval) {
    this.market = market;
    this.floor = floor;
    this.interval = interval;
    this.last = Depth.of(market, floor);
    this.lastUpdate = market.lastUpdate();
  }

  @Override
  public List<Map<String, @Nullable Object>> due(long now) {
    if (now < next || market.lastUpdate() == lastUpdate) {
      return List.of();
    }
    next = now + interval;
    Depth newest = Depth.of(market, floor);
    Map<String, @Nullable Object> event =
        Json.object(
            "e", "depthUpdate",
            "E", new Stamp(now),
            "s", market.symbol(),
            "U", lastUpdate + 1,
            "u", market.lastUpdate(),
            "b", changes(last.bids(), newest.bids()),
            "a", changes(last.asks(), newest.asks()));
    last = newest;
    lastUpdate = market.lastUpdate();
    return List.of(event);
  }

  /** Levels that are not what they were; one that is gone has the quantity zero. */
  private static List<List<String>> changes(
      NavigableMap<BigDecimal, BigDecimal> before, NavigableMap<BigDecimal, BigDecimal> after) {
    List<List<String>> changes = new ArrayList<>();
    after.forEach(
        (price, quantity) -> {
          BigDecimal old = before.get(price);
          if (old == null || old.compareTo(quantity) != 0) {
            changes.add(List.of(Amounts.text(price), Amounts.text(quantity)));
          }
        });
    before.forEach(
        (price, quantity) -> {
          if (!after.containsKey(price)) {
            changes.add(List.of(Amounts.text(price), Amounts.text(BigDecimal.ZERO)));
          }
        });
    return changes;
  }
}
