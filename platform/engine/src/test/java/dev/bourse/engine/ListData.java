package dev.bourse.engine;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A data set in memory; counts how often it was opened and how many cursors are open. */
public final class ListData implements HistoricalDataSource {
  private final String name;
  private final List<? extends MarketEvent> events;
  private final AtomicInteger open = new AtomicInteger();

  public ListData(String name, List<? extends MarketEvent> events) {
    this.name = name;
    this.events = List.copyOf(events);
  }

  /** How many cursors are not closed. */
  public int openCursors() {
    return open.get();
  }

  @Override
  public List<DataSet> list() {
    return List.of(
        new DataSet(
            name,
            events.stream().map(MarketEvent::instrument).distinct().toList(),
            events.stream().anyMatch(Bar.class::isInstance) ? "bars" : "trades",
            "memory",
            ""));
  }

  @Override
  public DataCursor open(DataRange range) {
    open.incrementAndGet();
    return new DataCursor() {
      private int next;

      @Override
      public MarketEvent next() {
        return next < events.size() ? events.get(next++) : null;
      }

      @Override
      public DataCounts counts() {
        return new DataCounts(next, 0, 0, 0);
      }

      @Override
      public double progress() {
        return (double) next / events.size();
      }

      @Override
      public String hash() {
        return "";
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }
}
