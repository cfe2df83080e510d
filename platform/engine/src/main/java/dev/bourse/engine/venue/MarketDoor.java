package dev.bourse.engine.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which market data of a venue is believed: no price or size that cannot be, no trade twice, no
 * quote that is older than the one before. A trade that comes late is believed: its price counts
 * into the bar that is forming. Stays over reconnects, because venues repeat themselves then. Any
 * thread.
 */
final class MarketDoor {
  private static final Logger LOG = LoggerFactory.getLogger(MarketDoor.class);
  private static final int REMEMBERED = 1_024;

  /** What is remembered of one instrument. */
  private static final class Memory {
    private final Set<String> ids = new HashSet<>();
    private final ArrayDeque<String> order = new ArrayDeque<>();
    private long quoteTime = Long.MIN_VALUE;
    private boolean told;

    boolean isNew(String id) {
      if (!ids.add(id)) {
        return false;
      }
      order.addLast(id);
      if (order.size() > REMEMBERED) {
        ids.remove(order.removeFirst());
      }
      return true;
    }
  }

  private final Map<InstrumentId, Memory> memories = new HashMap<>();

  /** Whether the event is believed; the first one of an instrument that is not is logged. */
  synchronized boolean admits(MarketEvent event) {
    Memory memory = memories.computeIfAbsent(event.instrument().id(), id -> new Memory());
    boolean possible = isPossible(event);
    if (!possible && !memory.told) {
      memory.told = true;
      LOG.warn(
          "{} is refused: prices and sizes must be above zero, a bid not above its ask and the"
              + " prices of a book on the tick; more of that kind is only counted, see queues in trader:info",
          event);
    }
    return possible && isNews(event, memory);
  }

  private static boolean isPossible(MarketEvent event) {
    if (event instanceof Trade trade) {
      return trade.priceRaw() > 0 && trade.sizeRaw() > 0;
    }
    if (event instanceof Quote quote) {
      boolean sizes = quote.bidSizeRaw() >= 0 && quote.askSizeRaw() >= 0;
      return sizes && quote.bidRaw() > 0 && quote.askRaw() >= quote.bidRaw();
    }
    if (event instanceof BookEvent book) {
      long tick = book.instrument().tickSize().raw();
      return isOnTick(book.bids(), tick) && isOnTick(book.asks(), tick);
    }
    return !(event instanceof Bar bar) || (bar.lowRaw() > 0 && bar.volumeRaw() >= 0);
  }

  /** A level that no order can have shows that the rules are others; the book finds the hole. */
  private static boolean isOnTick(BookLevels levels, long tick) {
    for (int i = 0; i < levels.count(); i++) {
      if (levels.priceRaw(i) % tick != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNews(MarketEvent event, Memory memory) {
    if (event instanceof Trade trade) {
      String id = trade.venueTradeId();
      return id == null || memory.isNew(id);
    }
    if (event instanceof Quote quote) {
      boolean older = quote.eventTime() < memory.quoteTime;
      memory.quoteTime = Math.max(memory.quoteTime, quote.eventTime());
      return !older;
    }
    return true;
  }
}
