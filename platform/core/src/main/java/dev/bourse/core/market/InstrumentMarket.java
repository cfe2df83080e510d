package dev.bourse.core.market;

import dev.bourse.api.book.BookView;
import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one instrument's market. Not thread-safe. */
public final class InstrumentMarket {
  /** No price, or no time. */
  public static final long NONE = Long.MIN_VALUE;

  private Instrument instrument;
  private final BarBuilders builders = new BarBuilders();
  private long lastRaw = NONE;
  private long bidRaw = NONE;
  private long askRaw = NONE;
  private long lastTime = NONE;
  private long lastBar = NONE;
  private long events;
  private @Nullable Price mark;
  private @Nullable Price index;
  private @Nullable OrderBook book;
  private boolean bookChanged;
  private boolean topChanged;

  InstrumentMarket(Instrument instrument) {
    this.instrument = instrument;
  }

  /** The newest version. */
  public Instrument instrument() {
    return instrument;
  }

  void instrument(Instrument newest) {
    int from = instrument.priceDecimals();
    int to = newest.priceDecimals();
    if (from != to || instrument.quantityDecimals() != newest.quantityDecimals()) {
      lastRaw = bidRaw = askRaw = NONE;
      builders.restart();
    }
    if (book != null) {
      book.adopt(newest);
    }
    instrument = newest;
  }

  /** Makes sure that bars of this length are built. */
  public void build(BarInterval interval) {
    builders.build(interval);
  }

  /** Applies a trade; adds the bars of ticks, size or value that it ended. */
  void apply(Trade trade, long time, List<Bar> closed) {
    touch(time);
    lastRaw = trade.priceRaw();
    builders.trade(trade, closed);
  }

  /** Applies a quote; adds the bars of ticks that it ended. */
  void apply(Quote quote, long time, List<Bar> closed) {
    touch(time);
    bidRaw = quote.bidRaw();
    askRaw = quote.askRaw();
    builders.quote(quote.instrument(), quote.eventTime(), quote.bidRaw(), quote.askRaw(), closed);
  }

  /** A finished bar of the source; feeds the larger ones, of which it may end some. */
  void apply(Bar bar, long time, List<Bar> closed) {
    touch(time);
    lastRaw = bar.closeRaw();
    builders.bar(bar);
    closed.add(bar);
  }

  /**
   * Applies what a venue says of its book; where no quote is known, its best bid and offer stand
   * for one. Adds the bars of ticks that it ended.
   */
  void apply(BookEvent event, long time, List<Bar> closed) {
    touch(time);
    OrderBook known = book;
    if (known == null) {
      known = new OrderBook(instrument);
      book = known;
    }
    long bid = known.priceRaw(Side.BUY, 0);
    long bidSize = known.sizeRaw(Side.BUY, 0);
    long ask = known.priceRaw(Side.SELL, 0);
    long askSize = known.sizeRaw(Side.SELL, 0);
    bookChanged = known.apply(event);
    topChanged =
        bookChanged
            && (known.priceRaw(Side.BUY, 0) != bid
                || known.sizeRaw(Side.BUY, 0) != bidSize
                || known.priceRaw(Side.SELL, 0) != ask
                || known.sizeRaw(Side.SELL, 0) != askSize);
    if (topChanged && bidRaw == NONE) {
      builders.quote(
          event.instrument(),
          event.eventTime(),
          known.priceRaw(Side.BUY, 0),
          known.priceRaw(Side.SELL, 0),
          closed);
    }
  }

  /** Takes the prices by which the venue judges positions. */
  void apply(MarkPrice event, long time) {
    touch(time);
    mark = event.mark();
    index = event.index();
  }

  /** An event without a price came. */
  void touched(long time) {
    touch(time);
  }

  void gap(long time) {
    touch(time);
    builders.gap();
    bookChanged = book != null && book.lose();
  }

  private void touch(long time) {
    events++;
    lastTime = time;
    bookChanged = false;
    topChanged = false;
  }

  /** The book, without levels where none is known. */
  public BookView book() {
    return book == null ? BookView.none() : book;
  }

  /** Whether the last event changed the book, or lost it. */
  public boolean bookChanged() {
    return bookChanged;
  }

  /**
   * What the last event shows to orders that wait for a price: itself; or the best bid and offer of
   * the book that it changed, null if they are as before or a quote is known.
   */
  public @Nullable MarketEvent shown(MarketEvent event) {
    OrderBook known = book;
    if (!(event instanceof BookEvent) || known == null) {
      return event;
    }
    return topChanged && bidRaw == NONE
        ? new Quote(
            instrument,
            event.eventTime(),
            known.priceRaw(Side.BUY, 0),
            known.sizeRaw(Side.BUY, 0),
            known.priceRaw(Side.SELL, 0),
            known.sizeRaw(Side.SELL, 0))
        : null;
  }

  /** Closes every time bar that ends at or before the time, small to large. */
  void closeBars(long time, List<Bar> closed) {
    builders.close(time, instrument, closed);
  }

  /** Bars were finished. */
  void closed(Bar last) {
    lastBar = last.eventTime();
  }

  /** When the next forming bar ends, {@link Long#MAX_VALUE} for none. */
  long nextClose() {
    return builders.nextClose();
  }

  /**
   * Last trade, else the middle of the quote, or of the book where no quote is known; empty if
   * nothing is known.
   */
  public Optional<Price> referencePrice() {
    long raw = referenceRaw();
    return raw == NONE ? Optional.empty() : Optional.of(instrument.price(raw));
  }

  /**
   * What somebody who comes to a side gets at once: the best offer for a buy, the best bid for a
   * sell, of the quote, or of the book where no quote is known; empty if nothing is known.
   */
  public Optional<Price> quoted(Side side) {
    long quoted = side == Side.BUY ? askRaw : bidRaw;
    Side other = side == Side.BUY ? Side.SELL : Side.BUY;
    long raw = bidRaw == NONE && book != null ? book.priceRaw(other, 0) : quoted;
    return raw > 0 ? Optional.of(instrument.price(raw)) : Optional.empty();
  }

  /** The price by which the venue judges positions; empty where it does not say. */
  public Optional<Price> mark() {
    return Optional.ofNullable(mark);
  }

  /** What that price follows; empty where the venue does not say. */
  public Optional<Price> index() {
    return Optional.ofNullable(index);
  }

  /** The price by which what is held is judged: the venue's mark, else the reference price. */
  public Optional<Price> valuationPrice() {
    return mark == null ? referencePrice() : mark();
  }

  /** {@link #referencePrice()} as a scaled number, {@link #NONE} if nothing is known. */
  public long referenceRaw() {
    if (lastRaw != NONE) {
      return lastRaw;
    }
    if (bidRaw == NONE && book != null) {
      return middle(book.priceRaw(Side.BUY, 0), book.priceRaw(Side.SELL, 0));
    }
    return middle(bidRaw, askRaw);
  }

  private static long middle(long bid, long ask) {
    return bid > 0 && ask > 0 ? bid + (ask - bid) / 2 : NONE;
  }

  /** Market data events applied so far. */
  public long events() {
    return events;
  }

  /** Our time of the last one, {@link Long#MIN_VALUE} for none. */
  public long lastTime() {
    return lastTime;
  }

  /** Close of the last bar, {@link Long#MIN_VALUE} for none. */
  public long lastBar() {
    return lastBar;
  }

  void save(StateWriter out) {
    out.putLong(lastRaw).putLong(bidRaw).putLong(askRaw).putLong(lastTime).putLong(lastBar);
    builders.save(out.putLong(events));
    if (mark != null) {
      prices(out, mark, index);
    }
  }

  private static void prices(StateWriter out, Price mark, @Nullable Price index) {
    out.putLong(mark.raw()).putByte(mark.decimals()).putBoolean(index != null);
    if (index != null) {
      out.putLong(index.raw()).putByte(index.decimals());
    }
  }

  /** Whether there is a book to write. */
  boolean hasBook() {
    return book != null;
  }

  void saveBook(StateWriter out) {
    if (book != null) {
      book.save(out);
    }
  }

  void loadBook(StateReader in) {
    OrderBook loaded = new OrderBook(instrument);
    loaded.load(in);
    book = loaded;
  }

  void load(StateReader in) {
    lastRaw = in.getLong();
    bidRaw = in.getLong();
    askRaw = in.getLong();
    lastTime = in.getLong();
    lastBar = in.getLong();
    events = in.getLong();
    builders.load(in);
    if (in.remaining() > 0) {
      mark = new Price(in.getLong(), in.getByte());
      index = in.getBoolean() ? new Price(in.getLong(), in.getByte()) : null;
    }
  }
}
