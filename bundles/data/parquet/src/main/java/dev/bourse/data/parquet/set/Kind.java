package dev.bourse.data.parquet.set;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import java.util.Locale;

/** What the events of a set are. */
public enum Kind {
  /** Public trades. */
  TRADES,
  /** Best bid and offer. */
  QUOTES,
  /** Finished bars of one length. */
  BARS,
  /** Books beside trades and quotes, as a venue's streams said them. */
  CAPTURE;

  /** The kind of an event; throws {@link IllegalArgumentException} for what is not stored. */
  public static Kind of(MarketEvent event) {
    if (event instanceof Trade) {
      return TRADES;
    }
    if (event instanceof Quote) {
      return QUOTES;
    }
    if (event instanceof Bar) {
      return BARS;
    }
    if (event instanceof BookEvent) {
      return CAPTURE;
    }
    throw new IllegalArgumentException(event.getClass().getSimpleName() + " is not stored");
  }

  /** The word in lists and in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
