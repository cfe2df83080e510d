package dev.bourse.testkit;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.util.concurrent.TimeUnit;

/** Market data written as people read it: times in seconds, prices and sizes as text. */
public final class Market {
  private Market() {}

  /** Seconds since 1970 as nanoseconds. */
  public static long seconds(double seconds) {
    return Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /** A public trade by somebody unknown. */
  public static Trade trade(Instrument instrument, double seconds, String price, String size) {
    return new Trade(
        instrument,
        seconds(seconds),
        instrument.price(price).raw(),
        instrument.quantity(size).raw(),
        AggressorSide.UNKNOWN,
        null);
  }

  /** The best bid and offer. */
  public static Quote quote(
      Instrument instrument,
      double seconds,
      String bid,
      String bidSize,
      String ask,
      String askSize) {
    return new Quote(
        instrument,
        seconds(seconds),
        instrument.price(bid).raw(),
        instrument.quantity(bidSize).raw(),
        instrument.price(ask).raw(),
        instrument.quantity(askSize).raw());
  }

  /**
   * A whole book.
   *
   * @param update the number of the last change in it
   * @param bids price and size of each level, {@code "99.00 3, 98.00 5"}
   * @param asks the same of the offers
   */
  public static FullBook book(
      Instrument instrument, double seconds, long update, String bids, String asks) {
    return new FullBook(
        instrument, seconds(seconds), update, levels(instrument, bids), levels(instrument, asks));
  }

  /**
   * One change of a book.
   *
   * @param update its number
   * @param bids price and new size of each level that changed, {@code "99.00 0"}; empty for none
   * @param asks the same of the offers
   */
  public static BookDifference change(
      Instrument instrument, double seconds, long update, String bids, String asks) {
    return new BookDifference(
        instrument,
        seconds(seconds),
        update,
        update,
        levels(instrument, bids),
        levels(instrument, asks));
  }

  private static BookLevels levels(Instrument instrument, String text) {
    if (text.isEmpty()) {
      return BookLevels.NONE;
    }
    String[] levels = text.split(", ", -1);
    long[] pairs = new long[2 * levels.length];
    for (int i = 0; i < levels.length; i++) {
      String[] parts = levels[i].split(" ", -1);
      pairs[2 * i] = instrument.price(parts[0]).raw();
      pairs[2 * i + 1] = instrument.quantity(parts[1]).raw();
    }
    return BookLevels.of(pairs, levels.length);
  }

  /**
   * A bar of one minute.
   *
   * @param instrument what was traded
   * @param closeSeconds its close
   * @param prices open, high, low and close, {@code "100 110 90 105"}
   * @param volume the traded size
   */
  public static Bar bar(Instrument instrument, double closeSeconds, String prices, String volume) {
    String[] parts = prices.split(" ", -1);
    return new Bar(
        instrument,
        BarInterval.of("1m"),
        seconds(closeSeconds),
        instrument.price(parts[0]).raw(),
        instrument.price(parts[1]).raw(),
        instrument.price(parts[2]).raw(),
        instrument.price(parts[3]).raw(),
        instrument.quantity(volume).raw(),
        true);
  }
}
