package dev.bourse.api.book;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * A book that follows a venue by full books and differences.
 *
 * <p>Differences that come before the first full book wait for it. A difference that the book
 * contains already is left out; one that begins after a hole, or a book whose bid is above its
 * offer afterwards, shows that something was lost: the book is empty until the next full book that
 * its differences follow. Not thread-safe.
 */
public final class OrderBook implements BookView {
  private final BookSide bids = new BookSide(true);
  private final BookSide asks = new BookSide(false);
  private final Backlog backlog = new Backlog();
  private Instrument instrument;
  private BookStatus status = BookStatus.WAITING;
  private long updateId;
  private long gaps;
  private long stale;

  /** A book that waits. */
  public OrderBook(Instrument instrument) {
    this.instrument = instrument;
  }

  /** Takes what a venue says; whether the book looks different now. */
  public boolean apply(BookEvent event) {
    adopt(event.instrument());
    return event instanceof BookDifference difference
        ? follow(difference)
        : event instanceof FullBook full && replace(full);
  }

  /** Something was lost; whether the book looks different now. */
  public boolean lose() {
    backlog.clear();
    return isKnown() && empty();
  }

  /** Goes on by newer rules; numbers of other decimals are forgotten. */
  public void adopt(Instrument newest) {
    if (newest.priceDecimals() != instrument.priceDecimals()
        || newest.quantityDecimals() != instrument.quantityDecimals()) {
      forget();
    }
    instrument = newest;
  }

  private void forget() {
    backlog.clear();
    bids.clear();
    asks.clear();
    status = BookStatus.WAITING;
    updateId = 0;
  }

  private boolean replace(FullBook full) {
    boolean known = isKnown();
    if (known && full.lastUpdateId() < updateId) {
      stale++;
      return false;
    }
    BookDifference next = backlog.firstAfter(full.lastUpdateId());
    if (next != null && next.firstUpdateId() > full.lastUpdateId() + 1) {
      stale++; // older than the hole before what waits: the next one may fit
      return false;
    }
    bids.clear();
    asks.clear();
    bids.apply(full.bids());
    asks.apply(full.asks());
    status = BookStatus.SYNCHRONISED;
    updateId = full.lastUpdateId();
    for (; next != null; next = backlog.firstAfter(updateId)) {
      take(next);
    }
    if (isCrossed()) {
      empty();
      return known;
    }
    return true;
  }

  private boolean follow(BookDifference difference) {
    if (!isKnown()) {
      backlog.add(difference);
      return false;
    }
    if (difference.lastUpdateId() <= updateId) {
      stale++;
      return false;
    }
    if (difference.firstUpdateId() > updateId + 1) {
      backlog.add(difference);
      return empty();
    }
    take(difference);
    return !isCrossed() || empty();
  }

  private void take(BookDifference difference) {
    bids.apply(difference.bids());
    asks.apply(difference.asks());
    updateId = difference.lastUpdateId();
  }

  private boolean isCrossed() {
    return bids.count() > 0 && asks.count() > 0 && bids.price(0) > asks.price(0);
  }

  private boolean empty() {
    bids.clear();
    asks.clear();
    status = BookStatus.GAP;
    gaps++;
    return true;
  }

  @Override
  public BookStatus status() {
    return status;
  }

  @Override
  public long updateId() {
    return updateId;
  }

  /** How often something was lost. */
  public long gaps() {
    return gaps;
  }

  /** How many events were older than what was known, and left out. */
  public long stale() {
    return stale;
  }

  private BookSide side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  @Override
  public int levels(Side side) {
    return side(side).count();
  }

  /** The price of a level, scaled by the newest rules; 0 if there is no such level. */
  public long priceRaw(Side side, int level) {
    return side(side).price(level);
  }

  /** The size of a level, scaled by the newest rules; 0 if there is no such level. */
  public long sizeRaw(Side side, int level) {
    return side(side).size(level);
  }

  /** The size at a price, scaled by the newest rules; 0 if there is no such level. */
  public long sizeAtRaw(Side side, long priceRaw) {
    return side(side).sizeAt(priceRaw);
  }

  @Override
  public Price price(Side side, int level) {
    return instrument.price(priceRaw(side, require(side, level)));
  }

  @Override
  public Quantity size(Side side, int level) {
    return instrument.quantity(sizeRaw(side, require(side, level)));
  }

  @Override
  public double sizeAsDouble(Side side, int level) {
    return size(side, level).toDouble();
  }

  private int require(Side side, int level) {
    if (level < 0 || level >= levels(side)) {
      throw new IndexOutOfBoundsException(
          instrument.id()
              + ": the book has no level "
              + level
              + " of "
              + side
              + ", it has "
              + levels(side));
    }
    return level;
  }

  /** Writes the whole book, and what waits for it. */
  public void save(StateWriter out) {
    out.putByte(code(status)).putLong(updateId).putLong(gaps).putLong(stale);
    bids.save(out);
    asks.save(out);
    backlog.save(out);
  }

  /** Reads what {@link #save} wrote into a book that is new. */
  public void load(StateReader in) {
    status = status(in.getByte());
    updateId = in.getLong();
    gaps = in.getLong();
    stale = in.getLong();
    bids.load(in);
    asks.load(in);
    backlog.load(in, instrument);
  }

  private static int code(BookStatus status) {
    return switch (status) {
      case WAITING -> 0;
      case SYNCHRONISED -> 1;
      case GAP -> 2;
    };
  }

  private static BookStatus status(int code) {
    return switch (code) {
      case 0 -> BookStatus.WAITING;
      case 1 -> BookStatus.SYNCHRONISED;
      case 2 -> BookStatus.GAP;
      default -> throw new IllegalArgumentException("damaged state: a book of status " + code);
    };
  }
}
