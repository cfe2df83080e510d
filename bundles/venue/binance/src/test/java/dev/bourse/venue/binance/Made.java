package dev.bourse.venue.binance;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.event.MarketEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data that a test made. */
final class Made implements DataCursor {
  private final Deque<MarketEvent> events;
  private final Runnable closed;

  Made(MarketEvent... events) {
    this(() -> {}, events);
  }

  /** The same that tells when it is closed. */
  Made(Runnable closed, MarketEvent... events) {
    this.events = new ArrayDeque<>(List.of(events));
    this.closed = closed;
  }

  @Override
  public @Nullable MarketEvent next() {
    return events.poll();
  }

  @Override
  public DataCounts counts() {
    throw new IllegalStateException("nobody counts here");
  }

  @Override
  public double progress() {
    return -1;
  }

  @Override
  public String hash() {
    return "";
  }

  @Override
  public void close() {
    events.clear();
    closed.run();
  }
}
