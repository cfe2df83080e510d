package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears what connections bring, on their threads. */
interface StreamOwner {
  /** The instrument of a stream, null for one that nobody follows. */
  @Nullable Instrument instrument(String stream);

  /** A trade with its number. */
  void trade(Trade trade, long id);

  /** The best bid and offer with the number of their change. */
  void quote(Quote quote, long updateId);

  /** A minute so far, or whole. */
  void kline(Kline kline);

  /** What changed of a book. */
  void difference(BookDifference difference);

  /** What a stream says does not fit the rules of its instrument. */
  void misfit(Instrument rules, String what);

  /**
   * No data comes, or it does again; told at each change.
   *
   * @param why no data comes, a sentence
   */
  void flows(boolean works, String why);

  /** A connection is open. */
  void opened(StreamConnection connection);

  /** The venue granted streams. */
  void granted(List<String> streams);

  /** The venue refused streams, with a sentence. */
  void refused(StreamConnection connection, List<String> streams, String reason);

  /** The venue said which streams a connection brings, while nothing was asked of it. */
  void listed(StreamConnection connection, Set<String> streams);

  /** A connection brings all that was asked for. */
  void settled(StreamConnection connection);

  /** The venue is about to end a connection. */
  void closing(StreamConnection connection);

  /** A connection ended. */
  void ended(StreamConnection connection, String reason);
}
