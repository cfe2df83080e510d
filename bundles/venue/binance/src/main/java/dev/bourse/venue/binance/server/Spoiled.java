package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers that a fault puts in the place of the real ones. */
final class Spoiled {
  private static final int PATIENCE_SECONDS = 5;
  private static final long SECOND = 1_000_000_000L;

  private Spoiled() {}

  static Answer answer(int status, long now) {
    Map<String, String> headers = new TreeMap<>();
    if (isLimit(status)) {
      headers.put("Retry-After", Integer.toString(PATIENCE_SECONDS));
    }
    return new Answer(status, headers, Json.write(body(status, now), false));
  }

  /** The same over the WebSocket API, which has no headers. */
  static Object error(int status, long now) {
    Map<String, @Nullable Object> error = body(status, now);
    if (isLimit(status)) {
      error.put("data", ApiException.patience(now, now + PATIENCE_SECONDS * SECOND));
    }
    return error;
  }

  private static boolean isLimit(int status) {
    return status == 429 || status == 418;
  }

  /** Code and text that belong to a status. */
  private static Map<String, @Nullable Object> body(int status, long now) {
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

  private static Map<String, @Nullable Object> error(int code, String message) {
    return Json.object("code", code, "msg", message);
  }
}
