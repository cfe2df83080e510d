package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarPrice;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Every bar of one instrument that is being built, small to large. Not thread-safe. */
final class BarBuilders {
  private final List<TimeBars> times = new ArrayList<>();
  private final List<AmountBars> amounts = new ArrayList<>();
  private boolean quoted;
  private long nextClose = Long.MAX_VALUE;

  void build(BarInterval interval) {
    if (interval.isTime() && times.stream().noneMatch(each -> each.interval().equals(interval))) {
      times.add(new TimeBars(interval));
      times.sort((a, b) -> a.interval().compareTo(b.interval()));
    } else if (!interval.isTime()
        && amounts.stream().noneMatch(each -> each.interval().equals(interval))) {
      amounts.add(new AmountBars(interval));
      amounts.sort((a, b) -> a.interval().compareTo(b.interval()));
    }
    quoted = quoted || interval.price() != BarPrice.TRADE;
  }

  /** Forgets what is forming: its numbers have other decimals now. */
  void restart() {
    times.replaceAll(each -> new TimeBars(each.interval()));
    amounts.replaceAll(each -> new AmountBars(each.interval()));
    nextClose = Long.MAX_VALUE;
  }

  void trade(Trade trade, List<Bar> closed) {
    feed(trade.eventTime(), BarPrice.TRADE, trade.priceRaw(), trade.sizeRaw());
    count(
        trade.instrument(),
        trade.eventTime(),
        BarPrice.TRADE,
        trade.priceRaw(),
        trade.sizeRaw(),
        closed);
  }

  /** Takes the best bid and offer, zero for one that is not there. */
  void quote(Instrument instrument, long time, long bid, long ask, List<Bar> closed) {
    if (quoted) {
      side(instrument, time, BarPrice.BID, bid, closed);
      side(instrument, time, BarPrice.ASK, ask, closed);
      if (bid > 0 && ask > 0) {
        long middle = bid + Math.floorDiv(ask - bid, 2);
        side(instrument, time, BarPrice.MID, middle, closed);
      }
    }
  }

  /** A side without an offer has no price. */
  private void side(Instrument instrument, long time, BarPrice side, long price, List<Bar> closed) {
    if (price > 0) {
      feed(time, side, price, 0);
      count(instrument, time, side, price, 0, closed);
    }
  }

  private void feed(long time, BarPrice source, long price, long size) {
    for (int i = 0; i < times.size(); i++) {
      TimeBars each = times.get(i);
      if (each.interval().price() == source) {
        each.add(time, price, price, price, price, size);
        nextClose = Math.min(nextClose, each.closeTime());
      }
    }
  }

  private void count(
      Instrument instrument, long time, BarPrice source, long price, long size, List<Bar> closed) {
    for (int i = 0; i < amounts.size(); i++) {
      AmountBars each = amounts.get(i);
      if (each.interval().price() == source) {
        Bar bar = each.add(instrument, time, price, size);
        if (bar != null) {
          closed.add(bar);
        }
      }
    }
  }

  /** A finished bar of the source feeds those that it divides. */
  void bar(Bar bar) {
    if (!bar.interval().isTime() || bar.interval().price() != BarPrice.TRADE) {
      return;
    }
    long length = bar.interval().nanos();
    for (int i = 0; i < times.size(); i++) {
      TimeBars each = times.get(i);
      long wanted = each.interval().nanos();
      if (wanted > length && wanted % length == 0 && each.interval().price() == BarPrice.TRADE) {
        each.add(
            bar.eventTime() - length,
            bar.openRaw(),
            bar.highRaw(),
            bar.lowRaw(),
            bar.closeRaw(),
            bar.volumeRaw());
        if (!bar.complete()) {
          each.gap();
        }
        nextClose = Math.min(nextClose, each.closeTime());
      }
    }
  }

  void gap() {
    times.forEach(TimeBars::gap);
    amounts.forEach(AmountBars::gap);
  }

  /** Closes every time bar that ends at or before the time, small to large. */
  void close(long time, Instrument instrument, List<Bar> closed) {
    if (nextClose > time) {
      return;
    }
    nextClose = Long.MAX_VALUE;
    for (TimeBars each : times) {
      Bar bar = each.close(time, instrument);
      if (bar != null) {
        closed.add(bar);
      }
      nextClose = Math.min(nextClose, each.closeTime());
    }
  }

  /** When the next forming time bar ends, {@link Long#MAX_VALUE} for none. */
  long nextClose() {
    return nextClose;
  }

  void save(StateWriter out) {
    out.putInt(times.size() + amounts.size());
    for (TimeBars each : times) {
      BarIntervals.write(out, each.interval());
      each.save(out);
    }
    for (AmountBars each : amounts) {
      BarIntervals.write(out, each.interval());
      each.save(out);
    }
  }

  void load(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      BarInterval interval = BarIntervals.read(in);
      quoted = quoted || interval.price() != BarPrice.TRADE;
      if (interval.isTime()) {
        TimeBars loaded = new TimeBars(interval);
        loaded.load(in);
        times.add(loaded);
        nextClose = Math.min(nextClose, loaded.closeTime());
      } else {
        AmountBars loaded = new AmountBars(interval);
        loaded.load(in);
        amounts.add(loaded);
      }
    }
  }
}
