package dev.bourse.exchange.binance.trade;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Trade;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Between which prices each instrument traded in the last minutes, learnt from the market data on
 * its way to the trader. Any thread.
 */
public final class Prices implements EventSink {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int MOST_MINUTES = 16;

  private final EventSink next;
  private final LongSupplier clock;
  private final Map<InstrumentId, Seen> seen = new ConcurrentHashMap<>();

  /** No price yet; what comes goes on to the next. */
  public Prices(EventSink next, LongSupplier clock) {
    this.next = next;
    this.clock = clock;
  }

  /** The lowest and the highest price of a minute. */
  private record Minute(long index, Price low, Price high) {}

  /** The minutes of an instrument. */
  private static final class Seen {
    private final ArrayDeque<Minute> minutes = new ArrayDeque<>();
    private final long since;
    private Price last;

    Seen(long since, Price first) {
      this.since = since;
      this.last = first;
    }

    synchronized void add(long index, Price price) {
      last = price;
      Minute now = minutes.pollLast();
      if (now != null && now.index() != index) {
        minutes.add(now);
        now = null;
      }
      Price low = now == null || price.compareTo(now.low()) < 0 ? price : now.low();
      Price high = now == null || price.compareTo(now.high()) > 0 ? price : now.high();
      minutes.add(new Minute(index, low, high));
      if (minutes.size() > MOST_MINUTES) {
        minutes.remove();
      }
    }

    synchronized Price last() {
      return last;
    }

    synchronized Surroundings.@Nullable Range range(long from) {
      Price low = null;
      Price high = null;
      for (Minute each : minutes) {
        if (each.index() >= from) {
          low = low == null || each.low().compareTo(low) < 0 ? each.low() : low;
          high = high == null || each.high().compareTo(high) > 0 ? each.high() : high;
        }
      }
      return low == null || high == null
          ? null
          : new Surroundings.Range(new BigDecimal(low.toString()), new BigDecimal(high.toString()));
    }
  }

  @Override
  public boolean accept(VenueEvent event) {
    if (event instanceof Trade trade) {
      long now = clock.getAsLong();
      seen.computeIfAbsent(trade.instrument().id(), id -> new Seen(now, trade.price()))
          .add(now / MINUTE, trade.price());
    } else if (event instanceof DataGap gap) {
      seen.remove(gap.instrument().id());
    }
    return next.accept(event);
  }

  /** The last price of an instrument, or null. */
  @Nullable Price last(InstrumentId instrument) {
    Seen known = seen.get(instrument);
    return known == null ? null : known.last();
  }

  /** Between which prices it traded in the last time; null if not all of it was followed. */
  Surroundings.@Nullable Range traded(InstrumentId instrument, Duration time) {
    Seen known = seen.get(instrument);
    long from = clock.getAsLong() - time.toNanos();
    return known == null || known.since > from || time.toMinutes() >= MOST_MINUTES
        ? null
        : known.range(from / MINUTE - 1);
  }
}
