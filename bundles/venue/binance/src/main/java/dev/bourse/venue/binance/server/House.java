package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.calls.CallTable;
import dev.bourse.venue.binance.calls.Parts;
import dev.bourse.venue.binance.faults.Faults;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.streams.StreamHub;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that connections need. */
public final class House {
  private final Parts parts;
  private final CallTable calls;
  private final Guard guard;
  private final StreamHub streams;
  private final Faults faults;
  private final Heartbeat heartbeat;
  private final Reception reception;
  private final Set<SocketHandler> sessions = new LinkedHashSet<>();

  /** A house with its keys. */
  public House(Parts parts, Guard guard, StreamHub streams, Faults faults, Heartbeat heartbeat) {
    this.parts = parts;
    this.guard = guard;
    this.streams = streams;
    this.faults = faults;
    this.heartbeat = heartbeat;
    this.calls = parts.calls();
    this.reception = new Reception(parts, calls, guard);
  }

  /** The venue's time as its clients see it, nanoseconds since 1970. */
  long now() {
    return parts.floor().now() + faults.clockOffset();
  }

  /** Does what is due. */
  void work() {
    parts.floor().work();
    streams.tick();
  }

  /** Tells all WebSockets that the venue is about to go. */
  public void sayFarewell() {
    List.copyOf(sessions).forEach(SocketHandler::sayFarewell);
  }

  /**
   * Ends WebSockets without a word; returns how many.
   *
   * @param api whether those that carry calls
   * @param market whether those that carry streams
   */
  public int cut(boolean api, boolean market) {
    Predicate<SocketHandler> chosen = each -> each.isApi() ? api : market;
    List<SocketHandler> ended = sessions.stream().filter(chosen).toList();
    ended.forEach(SocketHandler::cut);
    return ended.size();
  }

  Answer answer(RestRequest request) {
    return reception.answer(request, now());
  }

  Parts parts() {
    return parts;
  }

  CallTable calls() {
    return calls;
  }

  Guard guard() {
    return guard;
  }

  StreamHub streams() {
    return streams;
  }

  Faults faults() {
    return faults;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  Set<SocketHandler> sessions() {
    return sessions;
  }
}
