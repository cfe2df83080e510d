package dev.bourse.backtest.run;

import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.List;

/**
 * What a run keeps of the prices of one instrument: bars for a chart, first and last price of each
 * day, and the range since the last fill. Of quotes it takes the middle.
 */
final class PriceLog {
  private final BarChart chart;
  private final DayLog days;
  private final RangeLog range;

  PriceLog(InstrumentId id, BarInterval interval, int mostBars) {
    this.chart = new BarChart(interval, mostBars);
    this.days = new DayLog(id);
    this.range = new RangeLog(id);
  }

  void take(MarketEvent event) {
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
