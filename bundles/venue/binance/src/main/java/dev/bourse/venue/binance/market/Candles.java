package dev.bourse.venue.binance.market;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The candles of a minute of one market, from which all longer ones are made. */
public final class Candles {
  private static final int MOST = 100_000;

  private final NavigableMap<Long, Candle> minutes = new TreeMap<>();

  void add(PublicTrade trade) {
    long start = CandleSpan.MINUTE.start(trade.time());
    minutes.merge(start, Candle.of(start, trade), Candle::plus);
    if (minutes.size() > MOST) {
      minutes.pollFirstEntry();
    }
  }

  /**
   * The candles that begin within a range of times, oldest first. A span without trades has a
   * candle of its own, once there was a trade before it.
   *
   * @param from nanoseconds, inclusive
   * @param to nanoseconds, inclusive
   */
  public List<Candle> list(CandleSpan span, long from, long to) {
    List<Candle> candles = new ArrayList<>();
    if (minutes.isEmpty() || from > to) {
      return candles;
    }
    long first = span.start(minutes.firstKey());
    long start = span.start(Math.max(from, first));
    long last = Math.min(to, minutes.lastKey());
    for (start = start < from ? span.end(start) : start; start <= last; start = span.end(start)) {
      Candle candle = candle(span, start);
      if (candle != null) {
        candles.add(candle);
      }
    }
    return candles;
  }

  /** The candle that begins at a time, empty if nothing traded in it, null before all trades. */
  public @Nullable Candle candle(CandleSpan span, long start) {
    @Nullable Candle whole = null;
    for (Candle minute : minutes.subMap(start, true, span.end(start), false).values()) {
      whole = whole == null ? minute.at(start) : whole.plus(minute);
    }
    if (whole != null) {
      return whole;
    }
    var before = minutes.lowerEntry(start);
    return before == null ? null : before.getValue().empty(start);
  }

  /** All trades since a time together, or null. */
  public @Nullable Candle since(long from) {
    @Nullable Candle whole = null;
    for (Candle minute : minutes.tailMap(CandleSpan.MINUTE.start(from), true).values()) {
      whole = whole == null ? minute : whole.plus(minute);
    }
    return whole;
  }
}
