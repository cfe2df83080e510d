package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.protocol.Json;
import java.util.Map;
import java.util.TreeMap;

/** Answers that a fault puts in the place of the real ones. */
final class Spoiled {
  private static final int PATIENCE_SECONDS = 5;
  private static final long SECOND = 1_000_000_000L;

  private Spoiled() {}

  static Answer answer(int status, long now) {
    Map<String, String> headers = new TreeMap<>();
    if (status == 429 || status == 418) {
      headers.put("Retry-After", Integer.toString(PATIENCE_SECONDS));
    }
    return new Answer(status, headers, Json.write(body(status, now), false));
  }

  /** Code and text that belong to a status. */
  static Object body(int status, long now) {
    return switch (status) {
      case 429 -> error(-1003, "Too many requests queued.");
      case 418 ->
          error(
              -1003,
              "Way too much request weight used; IP banned until "
                  + (now + PATIENCE_SECONDS * SECOND) / 1_000_000
                  + ". Please use WebSocket Streams for live updates to avoid bans.");
      case 503 ->
          error(
              -1008,
              "Server is currently overloaded with other requests. Please try again in a few"
                  + " minutes.");
      case 504 ->
          error(
              -1007,
              "Timeout waiting for response from backend server. Send status unknown; execution"
                  + " status unknown.");
      default ->
          status >= 500
              ? error(-1000, "An unknown error occurred while processing the request.")
              : error(-1001, "Internal error; unable to process your request. Please try again.");
    };
  }

  private static Object error(int code, String message) {
    return Json.object("code", code, "msg", message);
  }
}
