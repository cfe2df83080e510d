package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one instrument's market. Not thread-safe. */
public final class InstrumentMarket {
  /** No price, or no time. */
  public static final long NONE = Long.MIN_VALUE;

  private Instrument instrument;
  private final List<BarBuilder> builders = new ArrayList<>();
  private long lastRaw = NONE;
  private long bidRaw = NONE;
  private long askRaw = NONE;
  private long lastTime = NONE;
  private long lastBar = NONE;
  private long events;
  private long nextClose = Long.MAX_VALUE;

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
      builders.replaceAll(builder -> new BarBuilder(builder.interval()));
      nextClose = Long.MAX_VALUE;
    }
    instrument = newest;
  }

  /** Makes sure that bars of this length are built. */
  public void build(BarInterval interval) {
    if (builders.stream().noneMatch(builder -> builder.interval().equals(interval))) {
      builders.add(new BarBuilder(interval));
      builders.sort((a, b) -> a.interval().compareTo(b.interval()));
    }
  }

  void apply(Trade trade, long time) {
    touch(time);
    lastRaw = trade.priceRaw();
    long price = trade.priceRaw();
    feed(trade.eventTime(), price, price, price, price, trade.sizeRaw());
  }

  void apply(Quote quote, long time) {
    touch(time);
    bidRaw = quote.bidRaw();
    askRaw = quote.askRaw();
  }

  /** A finished bar of the source; feeds the larger ones. */
  void apply(Bar bar, long time) {
    touch(time);
    lastRaw = bar.closeRaw();
    lastBar = bar.eventTime();
    for (int i = 0; i < builders.size(); i++) {
      BarBuilder builder = builders.get(i);
      if (builder.interval().compareTo(bar.interval()) > 0) {
        builder.add(
            bar.eventTime() - bar.interval().nanos(),
            bar.openRaw(),
            bar.highRaw(),
            bar.lowRaw(),
            bar.closeRaw(),
            bar.volumeRaw());
        nextClose = Math.min(nextClose, builder.closeTime());
      }
    }
  }

  void gap(long time) {
    touch(time);
    builders.forEach(BarBuilder::gap);
  }

  private void feed(long eventTime, long first, long high, long low, long last, long volume) {
    for (int i = 0; i < builders.size(); i++) {
      BarBuilder builder = builders.get(i);
      builder.add(eventTime, first, high, low, last, volume);
      nextClose = Math.min(nextClose, builder.closeTime());
    }
  }

  private void touch(long time) {
    events++;
    lastTime = time;
  }

  /** Closes every bar that ends at or before the time, small to large. */
  void closeBars(long time, List<Bar> closed) {
    if (nextClose > time) {
      return;
    }
    nextClose = Long.MAX_VALUE;
    for (BarBuilder builder : builders) {
      Bar bar = builder.close(time, instrument);
      if (bar != null) {
        closed.add(bar);
        lastBar = bar.eventTime();
      }
      nextClose = Math.min(nextClose, builder.closeTime());
    }
  }

  /** When the next forming bar ends, {@link Long#MAX_VALUE} for none. */
  long nextClose() {
    return nextClose;
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
    out.putLong(events).putInt(builders.size());
    builders.forEach(builder -> builder.save(out));
  }

  void load(StateReader in) {
    lastRaw = in.getLong();
    bidRaw = in.getLong();
    askRaw = in.getLong();
    lastTime = in.getLong();
    lastBar = in.getLong();
    events = in.getLong();
    for (int left = in.getInt(); left > 0; left--) {
      BarBuilder builder = BarBuilder.load(in);
      builders.add(builder);
      nextClose = Math.min(nextClose, builder.closeTime());
    }
  }
}
