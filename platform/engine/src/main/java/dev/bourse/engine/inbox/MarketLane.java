package dev.bourse.engine.inbox;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Market data in the order of arrival, in bounded memory.
 *
 * <p>A quote replaces the quote of its instrument that still waits, and a full book the full book,
 * if nothing else of that instrument came between; so order within an instrument is never changed.
 * When there is no room (the lane is full, or one instrument fills half of it) the instrument falls
 * behind: its trades and book differences are counted and become one gap, of its full books and
 * quotes the newest is kept, and all follow as soon as what waits before them is taken. One busy
 * instrument cannot take the room of the others.
 */
final class MarketLane {
  private final @Nullable MarketEvent[] ring;
  private final int mask;
  private final int perInstrument;
  private final Map<InstrumentId, Feed> feeds = new HashMap<>();

  /** Feeds that are behind, of which nothing stands in the ring any more. */
  private final ArrayDeque<Feed> caughtUp = new ArrayDeque<>();

  private final Object lock = new Object();
  private long head;
  private long tail;
  private volatile int size;
  private final AtomicLong conflated = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  MarketLane(int capacity) {
    int room = Integer.highestOneBit(Math.max(2, capacity - 1)) << 1;
    this.ring = new @Nullable MarketEvent[room];
    this.mask = room - 1;
    this.perInstrument = room / 2;
  }

  void put(MarketEvent event) {
    synchronized (lock) {
      Feed feed = feed(event);
      if (feed.isBehind()) {
        keepBehind(feed, event);
      } else if (replaces(feed, event)) {
        ring[(int) feed.lastWhole & mask] = event;
        countConflated(feed);
      } else if (isFull() || feed.waiting >= perInstrument) {
        keepBehind(feed, event);
        if (feed.waiting == 0) {
          caughtUp.addLast(feed);
        }
      } else {
        append(feed, event);
      }
      size = (int) (tail - head);
    }
  }

  @Nullable MarketEvent poll() {
    if (size == 0) {
      return null;
    }
    synchronized (lock) {
      MarketEvent event = takeFirst();
      while (!caughtUp.isEmpty() && !isFull()) {
        Feed feed = caughtUp.getFirst();
        append(feed, feed.takeBehind());
        if (!feed.isBehind()) {
          caughtUp.removeFirst();
        }
      }
      size = (int) (tail - head);
      return event;
    }
  }

  int size() {
    return size;
  }

  long conflated() {
    return conflated.get();
  }

  long conflated(InstrumentId instrument) {
    synchronized (lock) {
      Feed feed = feeds.get(instrument);
      return feed == null ? 0 : feed.conflated;
    }
  }

  long lost() {
    return lost.get();
  }

  /** Whether an event says anew what the newest of its instrument says, which still waits. */
  private boolean replaces(Feed feed, MarketEvent event) {
    if (feed.lastWhole == Feed.NONE || !Feed.isWhole(event)) {
      return false;
    }
    MarketEvent before = ring[(int) feed.lastWhole & mask];
    return before != null && before.getClass() == event.getClass();
  }

  private boolean isFull() {
    return tail - head > mask;
  }

  private Feed feed(MarketEvent event) {
    return feeds.computeIfAbsent(event.instrument().id(), id -> new Feed());
  }

  private void append(Feed feed, MarketEvent event) {
    ring[(int) tail & mask] = event;
    feed.lastWhole = Feed.isWhole(event) ? tail : Feed.NONE;
    feed.waiting++;
    tail++;
  }

  private void keepBehind(Feed feed, MarketEvent event) {
    if (Feed.isWhole(event)) {
      if (feed.keep(event)) {
        countConflated(feed);
      }
    } else {
      lost.addAndGet(feed.lose(event));
    }
  }

  private void countConflated(Feed feed) {
    feed.conflated++;
    conflated.incrementAndGet();
  }

  private @Nullable MarketEvent takeFirst() {
    int slot = (int) head & mask;
    MarketEvent event = ring[slot];
    if (event == null) {
      return null;
    }
    ring[slot] = null;
    Feed feed = feed(event);
    if (feed.lastWhole == head) {
      feed.lastWhole = Feed.NONE;
    }
    head++;
    feed.waiting--;
    if (feed.waiting == 0 && feed.isBehind() && !caughtUp.contains(feed)) {
      caughtUp.addLast(feed);
    }
    return event;
  }
}
