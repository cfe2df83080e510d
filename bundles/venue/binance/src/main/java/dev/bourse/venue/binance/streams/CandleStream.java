package dev.bourse.venue.binance.streams;

import dev.bourse.venue.binance.market.Candle;
import dev.bourse.venue.binance.market.CandleSpan;
import dev.bourse.venue.binance.market.SymbolMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The candle of now, every two seconds and once more when it is over. */
final class CandleStream implements TimedStream {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);

  private final SymbolMarket market;
  private final CandleSpan span;
  private long open = Long.MIN_VALUE;
  private long next;

  CandleStream(SymbolMarket market, CandleSpan span) {
    this.market = market;
    this.span = span;
  }

  @Override
  public List<Map<String, @Nullable Object>> due(long now) {
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    long start = span.start(now);
    if (open != Long.MIN_VALUE && start > open) {
      add(events, open, true, now);
      next = now;
    }
    if (now >= next) {
      next = now + INTERVAL;
      add(events, start, false, now);
    }
    open = start;
    return events;
  }

  private void add(List<Map<String, @Nullable Object>> events, long start, boolean over, long now) {
    Candle candle = market.candles().candle(span, start);
    if (candle != null) {
      events.add(StreamEvents.candle(market, span, candle, over, now));
    }
  }
}
