package dev.bourse.engine.inbox;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One instrument's part of a market lane, guarded by the lane's lock. */
final class Feed {
  static final long NONE = -1;

  /** How many events of the instrument stand in the ring. */
  int waiting;

  /**
   * Where its newest event stands if a newer one of its kind may replace it, else {@link #NONE}.
   */
  long lastWhole = NONE;

  /** How many quotes and full books were replaced, ever. */
  long conflated;

  /** The newest quote that found no room. */
  private @Nullable Quote quote;

  /** The newest full book that found no room. */
  private @Nullable FullBook book;

  private @Nullable Instrument gapIn;
  private long gapEnds;
  private long lost;
  private String reason = "";

  boolean isBehind() {
    return quote != null || book != null || gapIn != null;
  }

  /** Whether an event says all that one of its kind said before. */
  static boolean isWhole(MarketEvent event) {
    return event instanceof Quote || event instanceof FullBook;
  }

  /** Keeps a quote or a full book that finds no room; whether it replaced one. */
  boolean keep(MarketEvent event) {
    boolean replaced;
    if (event instanceof FullBook newest) {
      replaced = book != null;
      book = newest;
    } else {
      replaced = quote != null;
      quote = (Quote) event;
    }
    return replaced;
  }

  /** Counts an event that finds no room and says how many events are lost by it. */
  long lose(MarketEvent event) {
    long more = event instanceof DataGap gap ? gap.lost() : 1;
    if (book != null && (event instanceof BookDifference || event instanceof DataGap)) {
      book = null; // it lacks what is lost now
      more++;
    }
    gapIn = event.instrument();
    gapEnds = event.eventTime();
    lost += more;
    if (event instanceof DataGap gap) {
      reason = gap.reason();
    }
    return more;
  }

  /** The next event of what found no room: the gap, then the book, then the quote. */
  MarketEvent takeBehind() {
    Instrument instrument = gapIn;
    if (instrument != null) {
      String why =
          reason.isEmpty()
              ? "the trader was slower than its market data; " + lost + " events were left out"
              : reason;
      DataGap gap = new DataGap(instrument, gapEnds, lost, why);
      gapIn = null;
      lost = 0;
      reason = "";
      return gap;
    }
    FullBook full = book;
    if (full != null) {
      book = null;
      return full;
    }
    Quote newest = Objects.requireNonNull(quote, "nothing is behind");
    quote = null;
    return newest;
  }
}
