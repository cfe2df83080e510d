package dev.bourse.engine.venue;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.engine.inbox.Inbox;
import java.util.ArrayDeque;

/**
 * What one opening of an account reports. While a command is being handed to the adapter its
 * answers wait here for a moment, so that the trader hears of the sending first. Once closed it
 * takes nothing any more.
 */
final class AccountSink implements EventSink {
  /** More than this cannot arrive while one command is handed over, unless the adapter is stuck. */
  private static final int MAX_HELD = 4_096;

  private final Inbox inbox;
  private final MarketDoor door;
  private final Runnable lost;
  private final ArrayDeque<VenueEvent> held = new ArrayDeque<>();
  private int holding;
  private volatile boolean closed;

  /** A sink that says once through {@code lost} that there was no room. */
  AccountSink(Inbox inbox, MarketDoor door, Runnable lost) {
    this.door = door;
    this.inbox = inbox;
    this.lost = lost;
  }

  @Override
  public boolean accept(VenueEvent event) {
    if (closed) {
      return false;
    }
    if (event instanceof MarketEvent data) {
      return door.admits(data) ? inbox.offer(event) : inbox.refuse();
    }
    synchronized (held) {
      if (holding > 0 && held.size() < MAX_HELD) {
        held.addLast(event);
        return true;
      }
      return offer(event);
    }
  }

  /** Keeps answers back until {@link #release}. */
  void hold() {
    synchronized (held) {
      holding++;
    }
  }

  /** Lets answers go, in their order. */
  void release() {
    synchronized (held) {
      holding--;
      while (holding == 0 && !held.isEmpty()) {
        offer(held.removeFirst());
      }
    }
  }

  void close() {
    closed = true;
  }

  private boolean offer(VenueEvent event) {
    if (closed) {
      return false;
    }
    boolean taken = inbox.offer(event);
    if (!taken) {
      closed = true;
      lost.run();
    }
    return taken;
  }
}
