package dev.bourse.data.parquet.check;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.set.Times;
import java.util.concurrent.TimeUnit;

/** Looks at the events of one instrument. */
final class Look {
  /** A price this many times larger or smaller than the one before is absurd. */
  private static final int JUMP = 2;

  private static final long PAUSE = TimeUnit.HOURS.toNanos(1);

  private final Count disorder;
  private final Count prices;
  private final Count sizes;
  private final Count steps;
  private final Inspection inspection;
  private final IdLook ids;
  private final BookLook books;
  private boolean begun;
  private long last;
  private long price;

  Look(Inspection inspection) {
    this.inspection = inspection;
    this.disorder = inspection.count("out of order");
    this.prices = inspection.count("absurd prices");
    this.sizes = inspection.count("absurd sizes");
    this.steps = inspection.count("off the tick or step");
    this.ids = new IdLook(inspection);
    this.books = new BookLook(inspection);
  }

  void see(MarketEvent event) {
    long time = event.eventTime();
    disorder.add(begun && time < last ? 1 : 0, () -> at(event) + " after " + Times.text(last));
    if (event instanceof Bar bar) {
      spacing(bar);
      bar(bar);
    } else {
      pause(event);
      if (event instanceof Trade trade) {
        ids.see(trade);
        price(event, trade.priceRaw());
        size(event, trade.sizeRaw(), trade.sizeRaw() <= 0);
      } else if (event instanceof Quote quote) {
        quote(quote);
      } else if (event instanceof BookEvent change) {
        books.see(change, () -> at(event));
      }
    }
    last = time;
    begun = true;
  }

  private void spacing(Bar bar) {
    BarInterval interval = bar.interval();
    long missing = begun ? (bar.eventTime() - last) / interval.nanos() - 1 : 0;
    Count gaps = inspection.count("missing bars");
    gaps.add(missing, () -> missing + " before " + at(bar));
    Count repeats = inspection.count("repeated bars");
    repeats.add(begun && bar.eventTime() == last ? 1 : 0, () -> at(bar));
    Count marked = inspection.count("incomplete bars");
    marked.add(bar.complete() ? 0 : 1, () -> at(bar));
  }

  private void pause(MarketEvent event) {
    long pause = begun ? event.eventTime() - last : 0;
    inspection
        .count("pauses of more than 1 h")
        .add(
            pause > PAUSE ? 1 : 0,
            () -> TimeUnit.NANOSECONDS.toMinutes(pause) + " min before " + at(event));
  }

  private void bar(Bar bar) {
    price(bar, bar.openRaw());
    price(bar, bar.highRaw());
    price = bar.openRaw();
    price(bar, bar.lowRaw());
    price = bar.openRaw();
    price(bar, bar.closeRaw());
    size(bar, bar.volumeRaw(), bar.volumeRaw() < 0);
  }

  private void quote(Quote quote) {
    price(quote, quote.bidRaw());
    price = quote.bidRaw();
    price(quote, quote.askRaw());
    prices.add(
        quote.bidRaw() > quote.askRaw() ? 1 : 0,
        () -> at(quote) + ": bid " + quote.bid() + " above ask " + quote.ask());
    size(quote, quote.bidSizeRaw(), quote.bidSizeRaw() < 0);
    size(quote, quote.askSizeRaw(), quote.askSizeRaw() < 0);
  }

  private void price(MarketEvent event, long raw) {
    Instrument instrument = event.instrument();
    boolean absurd = raw <= 0 || (price > 0 && (raw / JUMP > price || price / JUMP > raw));
    long before = price;
    prices.add(
        absurd ? 1 : 0,
        () -> at(event) + ": " + instrument.price(raw) + " after " + instrument.price(before));
    steps.add(
        raw % instrument.tickSize().raw() == 0 ? 0 : 1,
        () -> at(event) + ": price " + instrument.price(raw));
    price = raw;
  }

  private void size(MarketEvent event, long raw, boolean absurd) {
    sizes.add(absurd ? 1 : 0, () -> at(event) + ": " + raw + " (scaled)");
    steps.add(
        raw % event.instrument().stepSize().raw() == 0 ? 0 : 1,
        () -> at(event) + ": size " + raw + " (scaled)");
  }

  private static String at(MarketEvent event) {
    return event.instrument().id() + " " + Times.text(event.eventTime());
  }
}
