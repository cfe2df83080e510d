package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.calls.CallTable;
import dev.bourse.venue.binance.calls.Parts;
import dev.bourse.venue.binance.faults.Faults;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.streams.StreamHub;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final ExtraCalls extra;
  private final Reception reception;
  private final Set<SocketHandler> sessions = new LinkedHashSet<>();

  /**
   * A house with its keys.
   *
   * @param calls the calls of the protocol
   * @param extra the calls under {@code /venue}
   */
  public House(
      Parts parts,
      CallTable calls,
      Guard guard,
      StreamHub streams,
      Faults faults,
      Heartbeat heartbeat,
      ExtraCalls extra) {
    this.parts = parts;
    this.calls = calls;
    this.extra = extra;
    this.guard = guard;
    this.streams = streams;
    this.faults = faults;
    this.heartbeat = heartbeat;
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
    boolean ours = request.path().equals("/venue") || request.path().startsWith("/venue/");
    return ours ? extra(request) : reception.answer(request, now());
  }

  private Answer extra(RestRequest request) {
    try {
      Object result = extra.answer(request.name(), request.data().values());
      return new Answer(200, Map.of(), Json.write(result, request.micros()));
    } catch (ApiException e) {
      return new Answer(e.status(), Map.of(), Json.write(e.body(), request.micros()));
    }
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
