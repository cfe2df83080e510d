package dev.bourse.data.parquet.set;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import org.jspecify.annotations.Nullable;

/**
 * What a part covers.
 *
 * @param first time of its first event, nanoseconds
 * @param last time of its last event, nanoseconds
 * @param ids whether its events have numbers for ids, which tell more than times
 * @param firstId its smallest id, 0 without ids
 * @param lastId its largest id, 0 without ids
 */
public record Span(long first, long last, boolean ids, long firstId, long lastId) {
  /** That of one event. */
  static Span of(MarketEvent event) {
    Long id = id(event);
    return id == null
        ? new Span(event.eventTime(), event.eventTime(), false, 0, 0)
        : new Span(event.eventTime(), event.eventTime(), true, id, id);
  }

  /** With one more event, which is not earlier. */
  Span with(MarketEvent event) {
    Long id = ids ? id(event) : null;
    return id == null
        ? new Span(first, event.eventTime(), false, 0, 0)
        : new Span(first, event.eventTime(), true, Math.min(firstId, id), Math.max(lastId, id));
  }

  /** Whether an event is there already: by its id where both have one, else by its time. */
  public boolean covers(MarketEvent event) {
    Long id = ids ? id(event) : null;
    return id == null
        ? event.eventTime() >= first && event.eventTime() <= last
        : id >= firstId && id <= lastId;
  }

  /** The venue's id as a number, null if there is none. */
  static @Nullable Long id(MarketEvent event) {
    return event instanceof Trade trade ? number(trade.venueTradeId()) : null;
  }

  /** The number that is written exactly like this, null if there is none. */
  public static @Nullable Long number(@Nullable String id) {
    if (id == null
        || id.isEmpty()
        || id.length() > 18
        || (id.charAt(0) == '0' && id.length() > 1)) {
      return null;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return null;
      }
    }
    return Long.valueOf(id);
  }
}
