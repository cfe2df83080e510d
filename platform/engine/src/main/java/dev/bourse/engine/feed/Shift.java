package dev.bourse.engine.feed;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;

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
    if (event instanceof BookDifference change) {
      return new BookDifference(
          change.instrument(),
          time,
          Math.addExact(change.firstUpdateId(), nanos),
          Math.addExact(change.lastUpdateId(), nanos),
          change.bids(),
          change.asks());
    } else if (event instanceof FullBook book) {
      long last = Math.addExact(book.lastUpdateId(), nanos);
      return new FullBook(book.instrument(), time, last, book.bids(), book.asks());
    }
    return event.at(time);
  }
}
