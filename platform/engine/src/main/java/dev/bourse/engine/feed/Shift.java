package dev.bourse.engine.feed;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;

/**
 * The same event at a later time. Numbers of book updates grow by as much, so that those of a lap
 * are above those of the lap before: no venue changes a book more than once in a nanosecond.
 */
final class Shift {
  private Shift() {}

  static MarketEvent by(MarketEvent event, long nanos) {
    if (nanos == 0) {
      return event;
    }
    long time = Math.addExact(event.eventTime(), nanos);
    if (event instanceof Trade trade) {
      return new Trade(
          trade.instrument(),
          time,
          trade.priceRaw(),
          trade.sizeRaw(),
          trade.aggressor(),
          trade.venueTradeId());
    } else if (event instanceof Quote quote) {
      return new Quote(
          quote.instrument(),
          time,
          quote.bidRaw(),
          quote.bidSizeRaw(),
          quote.askRaw(),
          quote.askSizeRaw());
    } else if (event instanceof Bar bar) {
      return new Bar(
          bar.instrument(),
          bar.interval(),
          time,
          bar.openRaw(),
          bar.highRaw(),
          bar.lowRaw(),
          bar.closeRaw(),
          bar.volumeRaw(),
          bar.complete());
    } else if (event instanceof BookEvent book) {
      return book(book, time, nanos);
    } else if (event instanceof DataGap gap) {
      return new DataGap(gap.instrument(), time, gap.lost(), gap.reason());
    }
    return contract(event, time);
  }

  private static MarketEvent contract(MarketEvent event, long time) {
    if (event instanceof MarkPrice mark) {
      return new MarkPrice(mark.instrument(), time, mark.mark(), mark.index());
    } else if (event instanceof FundingRate funding) {
      return new FundingRate(funding.instrument(), time, funding.rateRaw());
    }
    throw new IllegalArgumentException(event.getClass().getName() + " cannot be moved in time");
  }

  private static BookEvent book(BookEvent event, long time, long nanos) {
    long last = Math.addExact(event.lastUpdateId(), nanos);
    if (event instanceof BookDifference change) {
      return new BookDifference(
          change.instrument(),
          time,
          Math.addExact(change.firstUpdateId(), nanos),
          last,
          change.bids(),
          change.asks());
    }
    return new FullBook(event.instrument(), time, last, event.bids(), event.asks());
  }
}
