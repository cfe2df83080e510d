package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.model.Instrument;

/** Instruments that become known or change their rules. */
final class Listings {
  private final VenueState state;
  private final Endings endings;
  private final Step step;

  Listings(VenueState state, Endings endings, Step step) {
    this.state = state;
    this.endings = endings;
    this.step = step;
  }

  /** The book of an instrument, which is new, or has newer rules, or is known as it is. */
  Book list(Instrument instrument, long time) {
    Book book = state.book(instrument.id());
    if (book == null) {
      book = state.addBook(instrument);
      announce(book, time);
    } else if (book.instrument.equals(instrument)) {
      book.instrument = instrument;
    } else if (instrument.version() >= book.instrument.version()) {
      change(book, instrument, time);
    }
    return book;
  }

  /** Whether data of the given version can be used as it is. */
  boolean sameScale(Book book, Instrument instrument) {
    return sameScale(book.instrument, instrument);
  }

  /** Brings balances to the decimals that the instruments say their currencies have. */
  void adoptAll() {
    state.books.forEach(this::adopt);
  }

  private void adopt(Book book) {
    for (Wallet wallet : state.wallets.values()) {
      wallet.adopt(book.instrument.base());
      wallet.adopt(book.instrument.quote());
    }
  }

  private void announce(Book book, long time) {
    adopt(book);
    step.listed.add(book);
    step.reports.add(new InstrumentListed(book.instrument, time));
  }

  private void change(Book book, Instrument instrument, long time) {
    boolean same = sameScale(book.instrument, instrument);
    book.instrument = instrument;
    announce(book, time);
    if (!same) {
      book.market.forgetQuote();
      book.market.lastRaw = 0;
      step.touch(book);
    }
    for (VenueOrder order : book.open()) {
      if (fits(order, instrument)) {
        rescale(order, instrument);
        step.touch(order);
      } else {
        endings.displaced(book, order, time);
      }
    }
  }

  private static boolean sameScale(Instrument one, Instrument other) {
    return one.priceDecimals() == other.priceDecimals()
        && one.quantityDecimals() == other.quantityDecimals();
  }

  private static boolean fits(VenueOrder order, Instrument instrument) {
    return order.instrument.quote().equals(instrument.quote())
        && order.instrument.base().equals(instrument.base())
        && priceFits(order, order.priceRaw, instrument)
        && priceFits(order, order.triggerRaw, instrument)
        && OrderChecks.onStep(order.instrument.quantity(order.remainingRaw()), instrument)
        && OrderChecks.onStep(order.filled(), instrument);
  }

  private static boolean priceFits(VenueOrder order, long priceRaw, Instrument instrument) {
    return priceRaw == 0 || OrderChecks.onTick(order.instrument.price(priceRaw), instrument);
  }

  private static void rescale(VenueOrder order, Instrument instrument) {
    int decimals = instrument.quantityDecimals();
    order.quantityRaw = order.instrument.quantity(order.quantityRaw).withDecimals(decimals).raw();
    order.filledRaw = order.instrument.quantity(order.filledRaw).withDecimals(decimals).raw();
    order.priceRaw = rescaled(order, order.priceRaw, instrument);
    order.triggerRaw = rescaled(order, order.triggerRaw, instrument);
    order.reportedTriggerRaw = order.triggerRaw;
    order.queueRaw = -1;
    order.instrument = instrument;
    order.shownRaw = Working.visible(order);
  }

  private static long rescaled(VenueOrder order, long priceRaw, Instrument instrument) {
    return order.instrument.price(priceRaw).withDecimals(instrument.priceDecimals()).raw();
  }
}
