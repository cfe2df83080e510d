package dev.bourse.engine.feed;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;

/** The same event at a later time. */
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
    } else if (event instanceof DataGap gap) {
      return new DataGap(gap.instrument(), time, gap.lost(), gap.reason());
    }
    throw new IllegalArgumentException(event.getClass().getName() + " cannot be moved in time");
  }
}
