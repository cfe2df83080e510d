package dev.bourse.data.parquet.check;

import dev.bourse.api.book.BookStatus;
import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.model.Instrument;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at the book of one instrument by keeping it. */
final class BookLook {
  private final Inspection inspection;
  private @Nullable OrderBook book;

  BookLook(Inspection inspection) {
    this.inspection = inspection;
  }

  void see(BookEvent event, Supplier<String> at) {
    OrderBook known = book;
    if (known == null) {
      known = new OrderBook(event.instrument());
      book = known;
    }
    long gaps = known.gaps();
    long stale = known.stale();
    known.apply(event);
    inspection.count("holes in the book").add(known.gaps() - gaps, at);
    inspection.count("books older than the one before").add(known.stale() - stale, at);
    boolean lost = event instanceof BookDifference && known.status() == BookStatus.GAP;
    inspection.count("differences of a lost book").add(lost ? 1 : 0, at);
    long off = off(event.bids(), event.instrument()) + off(event.asks(), event.instrument());
    inspection.count("off the tick or step").add(off, () -> at.get() + ": a level of the book");
  }

  private static long off(BookLevels levels, Instrument instrument) {
    long tick = instrument.tickSize().raw();
    long step = instrument.stepSize().raw();
    long off = 0;
    for (int i = 0; i < levels.count(); i++) {
      off += levels.priceRaw(i) % tick != 0 || levels.sizeRaw(i) % step != 0 ? 1 : 0;
    }
    return off;
  }
}
