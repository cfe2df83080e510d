package dev.bourse.backtest;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One data set, named {@code list}, out of memory. */
final class ListData implements HistoricalDataSource {
  private final List<Instrument> instruments;
  private final Supplier<Iterator<? extends MarketEvent>> events;

  ListData(List<Instrument> instruments, Supplier<Iterator<? extends MarketEvent>> events) {
    this.instruments = instruments;
    this.events = events;
  }

  static ListData of(List<Instrument> instruments, MarketEvent... events) {
    return new ListData(instruments, () -> List.of(events).iterator());
  }

  /** The events from the beginning. */
  Iterator<? extends MarketEvent> events() {
    return events.get();
  }

  @Override
  public List<DataSet> list() {
    return List.of(new DataSet("list", instruments, "trades", "memory", ""));
  }

  @Override
  public DataCursor open(DataRange range) {
    Iterator<? extends MarketEvent> all = events.get();
    return new DataCursor() {
      private long count;
      private int hash;

      @Override
      public @Nullable MarketEvent next() {
        while (all.hasNext()) {
          MarketEvent event = all.next();
          hash = 31 * hash + event.toString().hashCode();
          if (event.eventTime() >= range.from() && event.eventTime() < range.to()) {
            count++;
            return event;
          }
        }
        return null;
      }

      @Override
      public DataCounts counts() {
        return new DataCounts(count, 0, 0, 0);
      }

      @Override
      public double progress() {
        return -1;
      }

      @Override
      public String hash() {
        return Integer.toHexString(hash);
      }

      @Override
      public void close() {}
    };
  }
}
