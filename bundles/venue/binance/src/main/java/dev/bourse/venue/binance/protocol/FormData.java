package dev.bourse.venue.binance.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries over HTTP: the query and the body, as they were sent.
 *
 * @param query the text behind the question mark, percent-encoded
 * @param body a body of the type {@code application/x-www-form-urlencoded}
 */
public record FormData(String query, String body) {
  /**
   * All parameters, decoded. What stands in both counts as the query has it; what stands twice in
   * one of them is an error.
   */
  public Map<String, String> values() {
    Map<String, String> values = read(query);
    read(body).forEach(values::putIfAbsent);
    return values;
  }

  /** What is signed: query and body without a separator, each without the signature. */
  public String payload() {
    return withoutSignature(query) + withoutSignature(body);
  }

  private static Map<String, String> read(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decoded(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
        @Nullable String before = values.put(name, value);
        if (before != null) {
          throw ApiException.of(-1101, "Duplicate values for a parameter detected.");
        }
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.of(-1100, "Illegal characters found in a parameter.");
    }
  }

  private static String withoutSignature(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    for (String part : text.split("&", -1)) {
      if (!part.startsWith("signature=")) {
        rest.append(rest.isEmpty() ? "" : "&").append(part);
      }
    }
    return rest.toString();
  }
}
