package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what the frames of a connection say, in their order. */
interface Frames {
  /** The instrument that a stream tells of, null for one that nobody follows any more. */
  @Nullable Instrument instrument(String stream);

  /**
   * A trade.
   *
   * @param id the venue's number of it; numbers of one symbol have no holes
   */
  void trade(Trade trade, long id);

  /**
   * The best bid and offer.
   *
   * @param updateId the venue's number of the change
   */
  void quote(Quote quote, long updateId);

  /** A minute so far, or whole. */
  void kline(Kline kline);

  /** What changed of a book. */
  void difference(BookDifference difference);

  /**
   * What a stream says does not fit the rules of its instrument.
   *
   * @param what the words of it
   */
  void misfit(Instrument rules, String what);

  /** A request was granted. */
  void granted(long request);

  /** A request for the streams of the connection was answered with them. */
  void listed(long request, Set<String> streams);

  /** A request was refused. */
  void refused(long request, long code, String message);

  /** The venue is about to close the connection. */
  void closing();
}
