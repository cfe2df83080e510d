package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.settings.CommandTimeouts;
import java.util.concurrent.TimeUnit;

/**
 * Looks after commands without an answer: they are queried from a threshold on, and once their time
 * is over their fate is unknown and people hear of it. Never anything is guessed.
 */
final class InFlight {
  /** The longest pause between two queries about a command that has no answer. */
  static final long SELDOM = TimeUnit.SECONDS.toNanos(60);

  private final TraderState state;
  private final Effects effects;

  InFlight(TraderState state, Effects effects) {
    this.state = state;
    this.effects = effects;
  }

  /**
   * A doubt began. The younger the newest one, the sooner all are looked at again: from the
   * configured interval up to {@link #SELDOM} for one that nobody answers for long.
   */
  void arm(long newest) {
    CommandTimeouts timeouts = state.settings.timeouts();
    set(state.time + Math.min(pause(newest), Math.min(timeouts.place(), timeouts.cancel())));
  }

  private long pause(long newest) {
    long age = Math.max(0, state.time - newest);
    return Math.max(state.settings.inFlightInterval(), Math.min(age / 4, SELDOM));
  }

  private void set(long deadline) {
    state.engineTimers.setAtLatest(
        TimerEvent.ENGINE, EventFold.IN_FLIGHT, Math.max(deadline, state.time));
  }

  /**
   * A cancel came to nothing. Who wanted it may want it again, but an order whose time is over has
   * nobody else: its end is tried again, ever more seldom.
   */
  void uncanceled(Order before, Order now) {
    long end = now.spec().expiresAt();
    boolean standing = now.isLive() && now.status() != OrderStatus.PENDING_CANCEL;
    boolean failed = before.status() == OrderStatus.PENDING_CANCEL && standing;
    if (failed && end != 0 && end <= state.time) {
      state.engineTimers.setAtLatest(
          TimerEvent.ENGINE, EventFold.EXPIRY + now.id(), state.time + pause(end));
    }
  }

  private long timeout(Order order) {
    CommandTimeouts timeouts = state.settings.timeouts();
    return isChanging(order) ? timeouts.cancel() : timeouts.place();
  }

  private static boolean isChanging(Order order) {
    return order.status() == OrderStatus.PENDING_CANCEL
        || order.status() == OrderStatus.PENDING_UPDATE;
  }

  /** Looks at all of them. */
  void look() {
    state.engineTimers.cancel(TimerEvent.ENGINE, EventFold.IN_FLIGHT);
    for (ClientOrderId id : state.doubts.all()) {
      Order order = state.ledger.find(id);
      if (order == null || order.status().isClosed()) {
        state.doubts.end(id);
      } else {
        look(order);
      }
    }
    if (!state.doubts.isEmpty()) {
      set(state.time + pause(state.doubts.newest()));
      state.doubts.all().forEach(this::armTimeout);
    }
  }

  private void armTimeout(ClientOrderId id) {
    Order order = state.ledger.find(id);
    if (order != null && !state.doubts.isTold(id)) {
      set(state.doubts.since(id) + timeout(order));
    }
  }

  private void look(Order order) {
    ClientOrderId id = order.id();
    long timeout = timeout(order);
    boolean over = state.doubts.isOlder(id, timeout, state.time);
    boolean news = over && state.doubts.tell(id);
    Order now = news ? over(order, timeout) : order;
    int before = state.doubts.queries(id);
    boolean asks = over || state.doubts.isOlder(id, state.settings.inFlightThreshold(), state.time);
    if (asks && state.flags.account(order.account()).connected()) {
      effects.query(id);
      state.doubts.ask(id);
    }
    int queries = state.doubts.queries(id);
    int most = state.settings.timeouts().queries();
    boolean reached = queries >= most && (before < most || news);
    if (over && reached) {
      exhausted(now, queries);
    }
  }

  private void exhausted(Order order, int queries) {
    boolean wanted = state.settings.timeouts().cancels() && order.entry();
    boolean cancels = wanted && order.unknown() && !isChanging(order);
    effects.note(
        Alert.Level.CRITICAL,
        "order "
            + order.id()
            + " was queried "
            + queries
            + (queries == 1 ? " time" : " times")
            + " and nothing is proven; it is "
            + (cancels ? "cancelled, for it may be there, and " : "")
            + "queried on"
            + (order.unknown() ? ", entries on " + order.spec().instrument().id() + " wait" : "")
            + ": look at the venue");
    if (cancels) {
      effects.exhausted(order.id());
    }
  }

  /** Its time is over; the order as it is believed to be now. */
  private Order over(Order order, long timeout) {
    String patience = TimeUnit.NANOSECONDS.toMillis(timeout) + " ms";
    if (isChanging(order)) {
      String what = order.status() == OrderStatus.PENDING_CANCEL ? "cancel" : "change";
      effects.note(
          Alert.Level.WARNING,
          "the "
              + what
              + " of order "
              + order.id()
              + " has no answer from the venue within "
              + patience
              + ": it is queried, nothing is guessed");
      return order;
    }
    if (order.unknown() || order.venueOrderId() != null) {
      return order;
    }
    String reason = "no answer from the venue within " + patience;
    Order doubted = OrderMoves.doubted(order, reason, state.time);
    state.ledger.update(doubted);
    effects.changed(doubted);
    effects.note(
        Alert.Level.WARNING,
        "order "
            + order.id()
            + " has no answer from the venue within "
            + patience
            + ": its fate is unknown and is queried");
    return doubted;
  }
}
