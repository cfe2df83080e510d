package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.protocol.FormData;
import org.jspecify.annotations.Nullable;

/**
 * What came over HTTP.
 *
 * @param method {@code GET}, {@code POST} ...
 * @param path without the query
 * @param data query and body
 * @param key what was sent as the key, or null
 * @param micros whether times are wanted in microseconds
 */
record RestRequest(
    String method, String path, FormData data, @Nullable String key, boolean micros) {
  /** The name of the call. */
  String name() {
    return method + " " + path;
  }
}
