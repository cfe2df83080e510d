package dev.bourse.venue.binance.streams;

import dev.bourse.venue.binance.calls.Depth;
import dev.bourse.venue.binance.market.Markets;
import dev.bourse.venue.binance.market.PublicTrade;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.trading.Floor;
import dev.bourse.venue.binance.trading.MarketListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All streams and their listeners. */
public final class StreamHub implements MarketListener {
  private final Markets markets;
  private final Map<String, Set<StreamListener>> listeners = new TreeMap<>();
  private final Map<String, TimedStream> timed = new TreeMap<>();
  private final Map<String, List<String>> bests = new TreeMap<>();
  private @Nullable Floor floor;

  /** No stream yet. */
  public StreamHub(Markets markets) {
    this.markets = markets;
  }

  /** Says where the books are; called once, before anything else. */
  public void connect(Floor newFloor) {
    floor = newFloor;
  }

  /** Begins to listen to a stream; one that no market has never carries anything. */
  public void add(String stream, StreamListener listener) {
    listeners.computeIfAbsent(stream, name -> new LinkedHashSet<>()).add(listener);
    if (!timed.containsKey(stream)) {
      TimedStream made = timed(stream);
      if (made != null) {
        timed.put(stream, made);
      }
    }
  }

  /** Listens to a stream no longer. */
  public void remove(String stream, StreamListener listener) {
    Set<StreamListener> all = listeners.get(stream);
    if (all != null) {
      all.remove(listener);
      if (all.isEmpty()) {
        listeners.remove(stream);
        timed.remove(stream);
      }
    }
  }

  private @Nullable TimedStream timed(String stream) {
    int at = stream.indexOf('@');
    String symbol = at < 0 ? "" : stream.substring(0, at).toUpperCase(Locale.ROOT);
    Floor books = floor;
    return books == null || !markets.has(symbol)
        ? null
        : TimedStream.of(stream.substring(at + 1), markets.of(symbol), books);
  }

  @Override
  public void onTrade(SymbolMarket market, PublicTrade trade) {
    market.changed();
    tell(market, "trade", () -> StreamEvents.trade(market, trade, now()));
    tell(market, "aggTrade", () -> StreamEvents.aggregate(market, trade, now()));
  }

  @Override
  public void onBook(SymbolMarket market) {
    market.changed();
    tellBest(market);
  }

  /** The market's own best bid and offer are others. */
  public void onQuote(SymbolMarket market) {
    tellBest(market);
  }

  private void tellBest(SymbolMarket market) {
    String stream = name(market, "bookTicker");
    if (floor == null || !listeners.containsKey(stream)) {
      return;
    }
    Depth depth = Depth.of(market, floor);
    if (isCrossed(depth)) {
      return;
    }
    List<String> best =
        List.of(
            Depth.best(depth.bids()).get(0),
            Depth.best(depth.bids()).get(1),
            Depth.best(depth.asks()).get(0),
            Depth.best(depth.asks()).get(1));
    if (!best.equals(bests.put(stream, best))) {
      send(stream, StreamEvents.best(market, best));
    }
  }

  /** An order that takes is in the book for a moment before it has: nobody sees that. */
  private static boolean isCrossed(Depth depth) {
    return !depth.bids().isEmpty()
        && !depth.asks().isEmpty()
        && depth.bids().firstKey().compareTo(depth.asks().firstKey()) >= 0;
  }

  /** Sends what is due on streams that come at intervals. */
  public void tick() {
    long now = now();
    for (Map.Entry<String, TimedStream> entry : Map.copyOf(timed).entrySet()) {
      entry.getValue().due(now).forEach(event -> send(entry.getKey(), event));
    }
  }

  private long now() {
    return floor == null ? 0 : floor.now();
  }

  private void tell(
      SymbolMarket market,
      String kind,
      java.util.function.Supplier<Map<String, @Nullable Object>> event) {
    String stream = name(market, kind);
    if (listeners.containsKey(stream)) {
      send(stream, event.get());
    }
  }

  private static String name(SymbolMarket market, String kind) {
    return market.symbol().toLowerCase(Locale.ROOT) + "@" + kind;
  }

  private void send(String stream, Map<String, @Nullable Object> event) {
    List.copyOf(listeners.getOrDefault(stream, Set.of()))
        .forEach(listener -> listener.onEvent(stream, event));
  }
}
