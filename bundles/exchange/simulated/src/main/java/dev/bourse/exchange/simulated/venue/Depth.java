package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * The book of a market, and what our own fills took from its levels: that is gone until the market
 * says something new of the level.
 */
final class Depth {
  private final OrderBook book;
  private final TakenLevels bids = new TakenLevels();
  private final TakenLevels asks = new TakenLevels();

  Depth(Instrument instrument) {
    this.book = new OrderBook(instrument);
  }

  /** Takes what the venue says of its book; whether it looks different now. */
  boolean apply(BookEvent event) {
    boolean changed = book.apply(event);
    if (!book.isKnown()) {
      bids.clear();
      asks.clear();
    } else if (event instanceof BookDifference) {
      bids.release(event.bids());
      asks.release(event.asks());
    } else {
      bids.releaseChanged(book, Side.BUY);
      asks.releaseChanged(book, Side.SELL);
    }
    return changed;
  }

  void lose() {
    book.lose();
    bids.clear();
    asks.clear();
  }

  boolean isKnown() {
    return book.isKnown();
  }

  /** The price of a level, 0 if there is no such level. */
  long priceRaw(Side side, int level) {
    return book.priceRaw(side, level);
  }

  /** The size that a level shows, 0 if there is no such level. */
  long sizeRaw(Side side, int level) {
    return book.sizeRaw(side, level);
  }

  int levels(Side side) {
    return book.levels(side);
  }

  /** What is left of a level for our orders. */
  long leftRaw(Side side, int level) {
    long price = book.priceRaw(side, level);
    return Math.max(0, book.sizeRaw(side, level) - taken(side).at(price));
  }

  /** Our orders took from a level. */
  void take(Side side, int level, long sizeRaw) {
    if (sizeRaw > 0) {
      taken(side).add(book.priceRaw(side, level), sizeRaw, book.sizeRaw(side, level));
    }
  }

  /**
   * What stands at the price of a resting order, and so ahead of it when it comes; -1 beyond the
   * last level, where nothing is known.
   */
  long ahead(VenueOrder order) {
    Side side = order.spec.side();
    long size = book.sizeAtRaw(side, order.priceRaw);
    if (size > 0) {
      return size;
    }
    long last = book.priceRaw(side, Math.max(0, book.levels(side) - 1));
    boolean within = order.isBuy() ? order.priceRaw > last : order.priceRaw < last;
    return last != 0 && within ? 0 : -1;
  }

  void save(StateWriter out) {
    book.save(out);
  }

  void load(StateReader in) {
    book.load(in);
  }

  void saveTaken(StateWriter out) {
    bids.save(out);
    asks.save(out);
  }

  void loadTaken(StateReader in) {
    bids.load(in);
    asks.load(in);
  }

  private TakenLevels taken(Side side) {
    return side == Side.BUY ? bids : asks;
  }
}
