package dev.bourse.venue.binance.feed;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Recorded data at any speed. Where it has neither quotes nor books of a market, every trade stands
 * between a bid and an offer one tick apart; a bar is four trades: open, low, high, close.
 */
public final class RecordedFeed implements Feed {
  private static final int QUOTED_STEPS = 100_000;

  private final DataCursor cursor;
  private final double speed;
  private final Deque<MarketEvent> waiting = new ArrayDeque<>();
  private final Set<String> quoted = new TreeSet<>();
  private long begun = Long.MIN_VALUE;
  private long first;
  private boolean over;

  /**
   * A feed.
   *
   * @param cursor the data; closed with the feed
   * @param speed how many times faster than it was recorded, 0 for as fast as it can be
   */
  public RecordedFeed(DataCursor cursor, double speed) {
    if (!(speed >= 0)) {
      throw new IllegalArgumentException("speed=" + speed + " must be zero or more");
    }
    this.cursor = cursor;
    this.speed = speed;
  }

  @Override
  public List<MarketEvent> due(long now, int most) {
    List<MarketEvent> events = new ArrayList<>();
    for (MarketEvent next = peek(); next != null && events.size() < most; next = peek()) {
      if (begun == Long.MIN_VALUE) {
        begun = now;
        first = next.eventTime();
      }
      long time = speed == 0 ? now : begun + (long) ((next.eventTime() - first) / speed);
      if (time > now) {
        break;
      }
      waiting.removeFirst();
      events.add(next.at(time));
    }
    return events;
  }

  private @Nullable MarketEvent peek() {
    while (waiting.isEmpty() && !over) {
      MarketEvent next = cursor.next();
      if (next == null) {
        over = true;
      } else {
        take(next);
      }
    }
    return waiting.peekFirst();
  }

  private void take(MarketEvent event) {
    String symbol = event.instrument().id().symbol();
    if (event instanceof Quote || event instanceof BookEvent) {
      quoted.add(symbol);
      waiting.add(event);
    } else if (event instanceof Trade trade) {
      add(trade, quoted.contains(symbol));
    } else if (event instanceof Bar bar) {
      long part = bar.volumeRaw() / 4;
      add(trade(bar, bar.openRaw(), bar.volumeRaw() - 3 * part), false);
      add(trade(bar, bar.lowRaw(), part), false);
      add(trade(bar, bar.highRaw(), part), false);
      add(trade(bar, bar.closeRaw(), part), false);
    }
  }

  private static Trade trade(Bar bar, long price, long size) {
    AggressorSide side = price >= bar.openRaw() ? AggressorSide.BUYER : AggressorSide.SELLER;
    return new Trade(bar.instrument(), bar.eventTime(), price, size, side, null);
  }

  private void add(Trade trade, boolean hasQuotes) {
    if (!hasQuotes) {
      waiting.add(around(trade));
    }
    if (trade.sizeRaw() > 0) {
      waiting.add(trade);
    }
  }

  private static Quote around(Trade trade) {
    Instrument instrument = trade.instrument();
    long tick = instrument.tickSize().raw();
    long size = Math.max(trade.sizeRaw(), QUOTED_STEPS * instrument.stepSize().raw());
    boolean sold = trade.aggressor() == AggressorSide.SELLER;
    long bid = sold ? trade.priceRaw() : trade.priceRaw() - tick;
    return new Quote(instrument, trade.eventTime(), bid, size, bid + tick, size);
  }

  @Override
  public boolean isOver() {
    return over && waiting.isEmpty();
  }

  @Override
  public void close() {
    over = true;
    waiting.clear();
    cursor.close();
  }
}
