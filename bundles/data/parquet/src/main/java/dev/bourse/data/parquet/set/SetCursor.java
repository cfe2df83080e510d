package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.event.MarketEvent;
import org.jspecify.annotations.Nullable;

/** Reads a set from the first to the last event of the wanted range. */
public final class SetCursor implements DataCursor {
  private final String name;
  private final Merge merge;
  private final long rows;
  private final String hash;
  private long events;
  private boolean ended;
  private boolean closed;
  private @Nullable DataException failure;

  SetCursor(String name, Merge merge, long rows, String hash) {
    this.name = name;
    this.merge = merge;
    this.rows = rows;
    this.hash = hash;
  }

  @Override
  public @Nullable MarketEvent next() {
    if (closed) {
      throw new IllegalStateException("the cursor on data set " + name + " is closed");
    }
    if (failure != null) {
      throw failure;
    }
    try {
      MarketEvent event = merge.next();
      ended = event == null;
      events += ended ? 0 : 1;
      return event;
    } catch (DataException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public DataCounts counts() {
    return new DataCounts(events, 0, 0, 0);
  }

  @Override
  public double progress() {
    return ended || rows == 0 ? 1 : Math.min(1, merge.passed() / (double) rows);
  }

  /** Of the whole set, known from the beginning: every file names the hash of its pages. */
  @Override
  public String hash() {
    return hash;
  }

  @Override
  public void close() {
    closed = true;
    merge.close();
  }
}
