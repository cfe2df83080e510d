package dev.bourse.venue.binance.faults;

import java.util.Set;

/** Tells the names of requests from those of events. Pure functions. */
final class Place {
  private static final Set<String> EVENTS =
      Set.of(
          "executionReport",
          "outboundAccountPosition",
          "balanceUpdate",
          "listStatus",
          "eventStreamTerminated",
          "serverShutdown");

  /** What only names of requests have: {@code GET /api/v3/time}, {@code order.place}. */
  private static final String OF_REQUESTS = "[^ /.]*[ /.].*";

  private Place() {}

  /** Whether a name is of a stream, or of an event that nobody subscribed to by its name. */
  static boolean isEvent(String name) {
    return name.indexOf('@') >= 0 || EVENTS.contains(name);
  }

  /** Whether a name with stars may stand for a request. */
  static boolean mayBeRequest(String at) {
    return !isEvent(at);
  }

  /** Whether a name with stars may stand for an event. */
  static boolean mayBeEvent(String at) {
    return isEvent(at) || (at.indexOf('*') >= 0 && !at.matches(OF_REQUESTS));
  }
}
