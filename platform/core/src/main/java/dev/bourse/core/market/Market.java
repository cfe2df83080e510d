package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All instruments' markets. Not thread-safe. */
public final class Market {
  private final Instruments instruments = new Instruments();
  private final List<InstrumentMarket> markets = new ArrayList<>();
  private final List<Bar> closed = new ArrayList<>();
  private long nextClose = Long.MAX_VALUE;
  private long events;
  private @Nullable Listings listings;

  /** The instruments and their numbers. */
  public Instruments instruments() {
    return instruments;
  }

  /** Takes a listed version. */
  public void list(Instrument instrument) {
    int number = instruments.list(instrument);
    if (number == markets.size()) {
      markets.add(new InstrumentMarket(instrument));
    } else {
      markets.get(number).instrument(instruments.newest(number));
    }
    listings = null;
  }

  /** The market of an instrument, by number. */
  public InstrumentMarket at(int number) {
    return markets.get(number);
  }

  /** The market of an instrument, or null if it was never listed. */
  public @Nullable InstrumentMarket find(InstrumentId id) {
    int number = instruments.find(id);
    return number < 0 ? null : markets.get(number);
  }

  /** All markets in order of listing. */
  public List<InstrumentMarket> all() {
    return listings().markets();
  }

  /** What is listed now. */
  public Listings listings() {
    Listings known = listings;
    if (known == null) {
      known = new Listings(markets);
      listings = known;
    }
    return known;
  }

  /**
   * Applies an event; returns the bars that it ended, each time's small to large, a bar of the
   * source among them: bars of time end when data of a later time arrives, or by {@link
   * #closeBars}, others by the trade that fills them.
   */
  public List<Bar> apply(MarketEvent event, int number, long time) {
    if (!closed.isEmpty()) {
      closed.clear();
    }
    InstrumentMarket market = markets.get(number);
    events++;
    long reached = event instanceof Bar bar ? begin(bar) : event.eventTime();
    if (market.nextClose() <= reached) {
      market.closeBars(reached, closed);
    }
    if (event instanceof Trade trade) {
      market.apply(trade, time, closed);
    } else if (event instanceof Quote quote) {
      market.apply(quote, time, closed);
    } else if (event instanceof Bar bar) {
      market.apply(bar, time, closed);
      market.closeBars(bar.eventTime(), closed);
    } else if (event instanceof BookEvent change) {
      market.apply(change, time, closed);
    } else if (event instanceof MarkPrice mark) {
      market.apply(mark, time);
    } else if (event instanceof FundingRate) {
      market.touched(time);
    } else if (event instanceof DataGap) {
      market.gap(time);
    }
    if (!closed.isEmpty()) {
      market.closed(closed.get(closed.size() - 1));
    }
    nextClose = closed.isEmpty() ? Math.min(nextClose, market.nextClose()) : firstClose();
    return closed;
  }

  /** What data ended is not due any more, or a timer would fire that a restart does not know. */
  private long firstClose() {
    long first = Long.MAX_VALUE;
    for (InstrumentMarket market : markets) {
      first = Math.min(first, market.nextClose());
    }
    return first;
  }

  /** A larger bar that ended where a bar of the source begins has none of its data. */
  private static long begin(Bar bar) {
    return bar.interval().isTime() ? bar.eventTime() - bar.interval().nanos() : bar.eventTime();
  }

  /** Ends every bar whose time has come, by instrument in order of listing, small to large. */
  public List<Bar> closeBars(long time) {
    closed.clear();
    nextClose = Long.MAX_VALUE;
    for (InstrumentMarket market : markets) {
      int before = closed.size();
      market.closeBars(time, closed);
      if (closed.size() > before) {
        market.closed(closed.get(closed.size() - 1));
      }
      nextClose = Math.min(nextClose, market.nextClose());
    }
    return closed;
  }

  /** When the next forming bar ends, {@link Long#MAX_VALUE} for none. */
  public long nextClose() {
    return nextClose;
  }

  /** How many market events were applied in all: the position in a replayed feed. */
  public long events() {
    return events;
  }

  /** The price that an instrument is judged by. */
  public Optional<Price> referencePrice(InstrumentId id) {
    InstrumentMarket market = find(id);
    return market == null ? Optional.empty() : market.referencePrice();
  }

  /** What somebody who comes to a side gets at once. */
  public Optional<Price> quoted(InstrumentId id, Side side) {
    InstrumentMarket market = find(id);
    return market == null ? Optional.empty() : market.quoted(side);
  }

  /** The price by which what is held is judged: the venue's mark, else {@link #referencePrice}. */
  public Optional<Price> valuationPrice(InstrumentId id) {
    InstrumentMarket market = find(id);
    return market == null ? Optional.empty() : market.valuationPrice();
  }

  /** Writes the market of one instrument, by number. */
  public void save(int number, StateWriter out) {
    markets.get(number).save(out);
  }

  /** Reads the market of one instrument, by number. */
  public void load(int number, StateReader in) {
    markets.get(number).load(in);
    nextClose = Math.min(nextClose, markets.get(number).nextClose());
  }

  /** Whether an instrument, by number, has a book. */
  public boolean hasBook(int number) {
    return markets.get(number).hasBook();
  }

  /** Writes the book of one instrument, by number. */
  public void saveBook(int number, StateWriter out) {
    markets.get(number).saveBook(out);
  }

  /** Reads the book of one instrument, by number. */
  public void loadBook(int number, StateReader in) {
    markets.get(number).loadBook(in);
  }

  /** Sets the count of market events applied. */
  public void events(long count) {
    events = count;
  }
}
