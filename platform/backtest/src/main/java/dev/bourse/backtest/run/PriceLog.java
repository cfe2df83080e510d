package dev.bourse.backtest.run;

import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run keeps of the prices of one instrument: bars for a chart, first and last price of each
 * day, and the range since the last fill. Of quotes it takes the middle, and that of the book as
 * long as neither quotes nor trades came.
 */
final class PriceLog {
  private final BarChart chart;
  private final DayLog days;
  private final RangeLog range;
  private @Nullable OrderBook book;

  /** Whether anything but books came. */
  private boolean told;

  PriceLog(InstrumentId id, BarInterval interval, int mostBars) {
    this.chart = new BarChart(interval, mostBars);
    this.days = new DayLog(id);
    this.range = new RangeLog(id);
  }

  void take(MarketEvent event) {
    if (event instanceof BookEvent change) {
      book(change);
      return;
    }
    if (event instanceof DataGap) {
      book = null;
      return;
    }
    told = true;
    book = null;
    if (event instanceof Trade trade) {
      point(trade.instrument(), trade.eventTime(), trade.priceRaw(), trade.sizeRaw());
    } else if (event instanceof Quote quote) {
      long middle = quote.bidRaw() + (quote.askRaw() - quote.bidRaw()) / 2;
      point(quote.instrument(), quote.eventTime(), middle, 0);
    } else if (event instanceof Bar bar) {
      chart.take(bar);
      days.take(bar.instrument(), bar.eventTime() - 1, bar.openRaw(), bar.closeRaw());
      range.take(bar.instrument(), bar.lowRaw(), bar.highRaw());
    }
  }

  private void book(BookEvent change) {
    if (told) {
      return;
    }
    OrderBook known = book;
    if (known == null) {
      known = new OrderBook(change.instrument());
      book = known;
    }
    known.apply(change);
    long bid = known.priceRaw(Side.BUY, 0);
    long ask = known.priceRaw(Side.SELL, 0);
    if (bid > 0 && ask > 0) {
      point(change.instrument(), change.eventTime(), bid + (ask - bid) / 2, 0);
    }
  }

  private void point(Instrument version, long time, long price, long size) {
    chart.add(version, time, price, price, price, price, size);
    days.take(version, time, price, price);
    range.take(version, price, price);
  }

  /** All bars, the unfinished one included. */
  List<Bar> bars() {
    return chart.bars();
  }

  /** All days, the unfinished one included. */
  List<DayPrices> days() {
    return days.all();
  }

  /** The range since the last call; the next one begins with the event that ended this one. */
  PriceRange nextRange() {
    return range.next();
  }
}
