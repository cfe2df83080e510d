package dev.bourse.core.market;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses data in which one instrument has recorded bars of two lengths: what is built of them, and
 * what fills by them, would count the same trades twice. Not thread-safe.
 */
public final class OneLength implements DataCursor {
  private final DataCursor cursor;
  private final String set;
  private final Map<InstrumentId, BarInterval> lengths = new HashMap<>();

  /** Reads a data set by a cursor, which is closed with this one. */
  public OneLength(DataCursor cursor, String set) {
    this.cursor = cursor;
    this.set = set;
  }

  /** The next event; throws {@link DataException} at the first bar of a second length. */
  @Override
  public @Nullable MarketEvent next() {
    MarketEvent event = cursor.next();
    if (event instanceof Bar bar) {
      InstrumentId id = bar.instrument().id();
      BarInterval known = lengths.putIfAbsent(id, bar.interval());
      if (known != null && !known.equals(bar.interval())) {
        throw new DataException(
            "data set "
                + set
                + " has bars of "
                + known
                + " and of "
                + bar.interval()
                + " of "
                + id
                + ": the same trades would count twice. Keep the smaller ones, larger bars are built"
                + " from them, and put the others into a data set of their own");
      }
    }
    return event;
  }

  @Override
  public DataCounts counts() {
    return cursor.counts();
  }

  @Override
  public double progress() {
    return cursor.progress();
  }

  @Override
  public String hash() {
    return cursor.hash();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
