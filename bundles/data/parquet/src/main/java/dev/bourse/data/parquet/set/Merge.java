package dev.bourse.data.parquet.set;

import dev.bourse.api.event.MarketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of several instruments in order of time; equal times by instrument, then as they were
 * recorded. A binary heap of the instruments' next events; only the one that was taken is read on.
 */
final class Merge implements AutoCloseable {
  private final List<InstrumentCursor> cursors;
  private final @Nullable MarketEvent[] heads;
  private final long[] times;
  private final int[] heap;
  private int size;

  /**
   * Merges cursors.
   *
   * @param cursors in the order that decides at equal times
   */
  Merge(List<InstrumentCursor> cursors) {
    this.cursors = List.copyOf(cursors);
    this.heads = new @Nullable MarketEvent[cursors.size()];
    this.times = new long[cursors.size()];
    this.heap = new int[cursors.size()];
    try {
      for (int i = 0; i < cursors.size(); i++) {
        if (read(i)) {
          heap[size] = i;
          rise(size++);
        }
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The next event, or null at the end. */
  @Nullable MarketEvent next() {
    if (size == 0) {
      return null;
    }
    int source = heap[0];
    MarketEvent event = heads[source];
    if (!read(source)) {
      heap[0] = heap[--size];
    }
    sink();
    return event;
  }

  /** Rows behind us, of all instruments. */
  long passed() {
    long passed = 0;
    for (InstrumentCursor each : cursors) {
      passed += each.passed();
    }
    return passed;
  }

  @Override
  public void close() {
    cursors.forEach(InstrumentCursor::close);
  }

  private boolean read(int source) {
    MarketEvent event = cursors.get(source).next();
    heads[source] = event;
    times[source] = event == null ? 0 : event.eventTime();
    return event != null;
  }

  private boolean isBefore(int a, int b) {
    return times[a] != times[b] ? times[a] < times[b] : a < b;
  }

  private void rise(int from) {
    int at = from;
    while (at > 0 && isBefore(heap[at], heap[(at - 1) / 2])) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void sink() {
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[at])) {
        return;
      }
      swap(at, child);
      at = child;
    }
  }

  private void swap(int a, int b) {
    int kept = heap[a];
    heap[a] = heap[b];
    heap[b] = kept;
  }
}
