package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.streams.StreamListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One client of the streams. */
final class StreamSession implements Session, StreamListener {
  /** The most streams of a connection (web-socket-streams.md, "WebSocket Limits"). */
  private static final int MOST_STREAMS = 1024;

  /** Not documented: what clients of Binance report. */
  private static final int TOO_MANY = 4;

  private static final String TOO_MANY_TEXT = "Too many subscriptions";

  private static final List<String> METHODS =
      List.of("SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS", "SET_PROPERTY", "GET_PROPERTY");

  private final House house;
  private final Wire wire;
  private final boolean micros;
  private final Set<String> streams = new LinkedHashSet<>();
  private boolean combined;

  /**
   * A client.
   *
   * @param combined whether every event says which stream it is of
   * @param micros whether times are wanted in microseconds
   */
  StreamSession(House house, Wire wire, boolean combined, boolean micros) {
    this.house = house;
    this.wire = wire;
    this.combined = combined;
    this.micros = micros;
  }

  /** Listens to the streams of the address, of which there are not too many. */
  void begin(List<String> names) {
    boolean unused = subscribe(names);
  }

  /** Refuses an address with too many streams, before it becomes a WebSocket. */
  static void check(List<String> names) {
    if (Set.copyOf(names).size() > MOST_STREAMS) {
      throw ApiException.of(400, TOO_MANY, TOO_MANY_TEXT);
    }
  }

  /** Listens to streams; to none of them, and false, if they would be too many in all. */
  private boolean subscribe(List<String> names) {
    Set<String> all = new LinkedHashSet<>(streams);
    all.addAll(names);
    if (all.size() > MOST_STREAMS) {
      return false;
    }
    for (String name : names) {
      if (streams.add(name)) {
        house.streams().add(name, this);
      }
    }
    return true;
  }

  private void unsubscribe(List<String> names) {
    for (String name : names) {
      if (streams.remove(name)) {
        house.streams().remove(name, this);
      }
    }
  }

  @Override
  public void onEvent(String stream, Map<String, @Nullable Object> event) {
    Object message = combined ? Json.object("stream", stream, "data", event) : event;
    wire.event(stream, Json.write(message, micros));
  }

  @Override
  public void onText(String text) {
    Map<?, ?> request;
    try {
      if (!(Json.read(text) instanceof Map<?, ?> object)) {
        refuse(2, "Invalid request: missing field `method` at line 1 column 1", null);
        return;
      }
      request = object;
    } catch (IllegalArgumentException e) {
      refuse(3, "Invalid JSON: expected value at line 1 column 1", null);
      return;
    }
    answer(request);
  }

  private void answer(Map<?, ?> request) {
    Object id = request.get("id");
    Object method = request.get("method");
    List<?> params = request.get("params") instanceof List<?> list ? list : List.of();
    List<String> names = params.stream().map(String::valueOf).toList();
    if (method == null) {
      refuse(2, "Invalid request: missing field `method` at line 1 column 1", id);
      return;
    }
    switch (String.valueOf(method)) {
      case "SUBSCRIBE" -> {
        if (subscribe(names)) {
          done(null, id);
        } else {
          refuse(TOO_MANY, TOO_MANY_TEXT, id);
        }
      }
      case "UNSUBSCRIBE" -> {
        unsubscribe(names);
        done(null, id);
      }
      case "LIST_SUBSCRIPTIONS" -> done(List.copyOf(streams), id);
      case "SET_PROPERTY", "GET_PROPERTY" -> property(params, id);
      default -> refuse(2, unknown(method), id);
    }
  }

  private static String unknown(Object method) {
    return "Invalid request: unknown variant `"
        + method
        + "`, expected one of `"
        + String.join("`, `", METHODS)
        + "` at line 1 column 1";
  }

  private void property(List<?> params, @Nullable Object id) {
    if (params.isEmpty() || !(params.get(0) instanceof String name)) {
      refuse(2, "Invalid request: property name must be a string", id);
    } else if (!name.equals("combined")) {
      refuse(0, "Unknown property", id);
    } else if (params.size() == 1) {
      done(combined, id);
    } else if (params.get(1) instanceof Boolean value) {
      combined = value;
      done(null, id);
    } else {
      refuse(1, "Invalid value type: expected Boolean", id);
    }
  }

  private void done(@Nullable Object result, @Nullable Object id) {
    wire.answer(Json.write(Json.object("result", result, "id", id), micros));
  }

  private void refuse(int code, String message, @Nullable Object id) {
    wire.answer(Json.write(Json.object("code", code, "msg", message, "id", id), micros));
  }

  @Override
  public void onGone() {
    unsubscribe(List.copyOf(streams));
  }

  @Override
  public String farewell() {
    Map<String, @Nullable Object> event =
        Json.object("e", "serverShutdown", "E", new Stamp(house.now()));
    return Json.write(
        combined ? Json.object("stream", "!serverShutdown", "data", event) : event, micros);
  }
}
