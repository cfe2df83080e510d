package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.List;
import java.util.Optional;

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
    builders.quote(quote, closed);
  }

  /** A finished bar of the source; feeds the larger ones, of which it may end some. */
  void apply(Bar bar, long time, List<Bar> closed) {
    touch(time);
    lastRaw = bar.closeRaw();
    builders.bar(bar);
    closed.add(bar);
  }

  void gap(long time) {
    touch(time);
    builders.gap();
  }

  private void touch(long time) {
    events++;
    lastTime = time;
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

  /** Last trade, else the middle of the quote; empty if nothing is known. */
  public Optional<Price> referencePrice() {
    long raw = referenceRaw();
    return raw == NONE ? Optional.empty() : Optional.of(instrument.price(raw));
  }

  /** {@link #referencePrice()} as a scaled number, {@link #NONE} if nothing is known. */
  public long referenceRaw() {
    if (lastRaw != NONE) {
      return lastRaw;
    }
    return bidRaw > 0 && askRaw > 0 ? bidRaw + (askRaw - bidRaw) / 2 : NONE;
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
  }

  void load(StateReader in) {
    lastRaw = in.getLong();
    bidRaw = in.getLong();
    askRaw = in.getLong();
    lastTime = in.getLong();
    lastBar = in.getLong();
    events = in.getLong();
    builders.load(in);
  }
}
