package dev.bourse.core.signal;

import dev.bourse.api.strategy.Orders;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of a signal. It does not matter which answers of its orders were heard: a
 * trader that was halted in between finds the same facts.
 */
final class SignalFacts {
  private SignalFacts() {}

  /** The event that the books amount to, or null for nothing new. */
  static @Nullable SignalEvent of(LiveSignal live, Orders orders) {
    return switch (live.state()) {
      case OPENING -> orders.isLong() ? SignalEvent.BOUGHT : ended(live, orders);
      case ACTIVE -> orders.isFlat() ? SignalEvent.ALL_SOLD : rest(live, orders);
      case CLOSING -> ended(live, orders);
      case SCHEDULED, CLOSED, CANCELED -> orders.isLong() ? SignalEvent.BOUGHT : null;
      case GIVEN, REFUSED -> null;
    };
  }

  private static @Nullable SignalEvent ended(LiveSignal live, Orders orders) {
    if (!orders.isFlat()) {
      return null;
    }
    return orders.position().fills() == live.fillsBefore()
        ? SignalEvent.NOTHING_BOUGHT
        : SignalEvent.ALL_SOLD;
  }

  /** Whether a part of the entry order still waits although its time is over. */
  private static @Nullable SignalEvent rest(LiveSignal live, Orders orders) {
    boolean late = orders.time() >= live.waitUntil();
    boolean waits =
        late && orders.live().stream().anyMatch(order -> order.id().equals(live.entry()));
    return waits ? SignalEvent.TIMED_OUT : null;
  }
}
