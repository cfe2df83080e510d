package dev.bourse.engine.inbox;

import dev.bourse.api.event.DataGap;
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

  /** Where its newest event stands if that is a quote, else {@link #NONE}. */
  long lastQuote = NONE;

  /** How many quotes were replaced, ever. */
  long conflated;

  /** The newest quote that found no room. */
  @Nullable Quote quote;

  private @Nullable Instrument gapIn;
  private long gapEnds;
  private long lost;
  private String reason = "";

  boolean endsWithQuote() {
    return lastQuote != NONE;
  }

  boolean isBehind() {
    return quote != null || gapIn != null;
  }

  /** Counts an event that finds no room and says how many events are lost by it. */
  long lose(MarketEvent event) {
    long more = event instanceof DataGap gap ? gap.lost() : 1;
    gapIn = event.instrument();
    gapEnds = event.eventTime();
    lost += more;
    if (event instanceof DataGap gap) {
      reason = gap.reason();
    }
    return more;
  }

  /** The next event of what found no room: the gap, then the quote. */
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
    Quote newest = Objects.requireNonNull(quote, "nothing is behind");
    quote = null;
    return newest;
  }
}
