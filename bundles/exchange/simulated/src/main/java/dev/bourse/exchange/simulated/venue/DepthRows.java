package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.function.Consumer;

/**
 * The books of markets as rows. The journal has what was said of a book, which may be read twice:
 * update numbers tell; the snapshot has the whole book. What our orders took is whole in both.
 */
final class DepthRows {
  static final int CHANGE = 16;
  static final int TAKEN = 17;
  static final int DEPTH = 18;

  private DepthRows() {}

  /** Writes what a step changed. */
  static void put(StateWriter out, Step step) {
    Book changed = step.changedBook;
    BookEvent change = step.change;
    if (changed != null && change != null) {
      change(out, changed, change);
    }
    for (Book book : step.markets) {
      if (book.market.told() != null) {
        taken(out, book);
      }
    }
  }

  /** Passes on a row for each thing that a snapshot has to keep. */
  static void forEach(VenueState state, Consumer<Consumer<StateWriter>> rows) {
    for (Book book : state.books) {
      Depth depth = book.market.told();
      if (depth != null) {
        rows.accept(
            out -> {
              out.putByte(DEPTH).putInt(book.index).putBoolean(book.market.depth() != null);
              depth.save(out);
            });
        rows.accept(out -> taken(out, book));
      }
    }
  }

  private static void change(StateWriter out, Book book, BookEvent change) {
    boolean full = change instanceof FullBook;
    out.putByte(CHANGE).putInt(book.index).putBoolean(full).putLong(change.eventTime());
    out.putLong(change instanceof BookDifference difference ? difference.firstUpdateId() : 0);
    out.putLong(change.lastUpdateId());
    change.bids().save(out);
    change.asks().save(out);
  }

  private static void taken(StateWriter out, Book book) {
    Depth depth = book.market.told();
    if (depth != null) {
      depth.saveTaken(out.putByte(TAKEN).putInt(book.index).putBoolean(depth.isKnown()));
    }
  }

  static void read(int tag, StateReader in, VenueState state) {
    Book book = state.books.get(in.getInt());
    switch (tag) {
      case CHANGE -> book.market.book(change(in, book.instrument));
      case DEPTH -> {
        boolean seen = in.getBoolean();
        Depth depth = new Depth(book.instrument);
        depth.load(in);
        book.market.tell(depth, seen);
      }
      default -> {
        Depth depth = book.market.told();
        if (depth == null) {
          throw new IllegalArgumentException("damaged state: levels are taken of no book");
        }
        if (!in.getBoolean()) {
          depth.lose();
        }
        depth.loadTaken(in);
      }
    }
  }

  private static BookEvent change(StateReader in, Instrument instrument) {
    boolean full = in.getBoolean();
    long time = in.getLong();
    long first = in.getLong();
    long last = in.getLong();
    BookLevels bids = BookLevels.load(in);
    BookLevels asks = BookLevels.load(in);
    return full
        ? new FullBook(instrument, time, last, bids, asks)
        : new BookDifference(instrument, time, first, last, bids, asks);
  }
}
