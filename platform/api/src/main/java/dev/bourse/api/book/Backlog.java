package dev.bourse.api.book;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The newest differences, without a hole between them, that wait for a full book. Not thread-safe.
 */
final class Backlog {
  /** How many may wait: 100 seconds of a venue that sends ten a second. */
  static final int MAX = 1_000;

  private final ArrayDeque<BookDifference> waiting = new ArrayDeque<>();

  void add(BookDifference difference) {
    BookDifference last = waiting.peekLast();
    if (last != null && difference.firstUpdateId() > last.lastUpdateId() + 1) {
      waiting.clear();
    }
    waiting.addLast(difference);
    if (waiting.size() > MAX) {
      waiting.removeFirst();
    }
  }

  /** The first difference that goes beyond an update, or null; those before it are forgotten. */
  @Nullable BookDifference firstAfter(long updateId) {
    BookDifference first = waiting.peekFirst();
    while (first != null && first.lastUpdateId() <= updateId) {
      waiting.removeFirst();
      first = waiting.peekFirst();
    }
    return first;
  }

  void clear() {
    waiting.clear();
  }

  void save(StateWriter out) {
    out.putInt(waiting.size());
    for (BookDifference each : waiting) {
      out.putLong(each.eventTime()).putLong(each.firstUpdateId()).putLong(each.lastUpdateId());
      each.bids().save(out);
      each.asks().save(out);
    }
  }

  void load(StateReader in, Instrument instrument) {
    for (int left = in.getInt(); left > 0; left--) {
      waiting.add(
          new BookDifference(
              instrument,
              in.getLong(),
              in.getLong(),
              in.getLong(),
              BookLevels.load(in),
              BookLevels.load(in)));
    }
  }
}
