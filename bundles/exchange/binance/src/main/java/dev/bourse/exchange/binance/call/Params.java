package dev.bourse.exchange.binance.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Parameters of a call. Used by one thread at a time. */
public final class Params {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** None. */
  public Params() {}

  /** A copy. */
  public Params(Params other) {
    values.putAll(other.values);
  }

  /** One more text. */
  public Params with(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** One more number. */
  public Params with(String name, long value) {
    values.put(name, value);
    return this;
  }

  /** One more switch. */
  public Params with(String name, boolean value) {
    values.put(name, value);
    return this;
  }

  /**
   * What is signed over the WebSocket API: sorted by name, not percent-encoded (web-socket-api.md).
   */
  public String payload() {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
  }

  /** What is signed and sent over REST: in the order given, percent-encoded (rest-api.md). */
  public String query() {
    BinaryOperator<String> pair = (name, value) -> name + "=" + encoded(value);
    return values.entrySet().stream()
        .map(each -> pair.apply(each.getKey(), String.valueOf(each.getValue())))
        .collect(Collectors.joining("&"));
  }

  /** A value as it stands in an address. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A request over the WebSocket API. */
  public String request(long id, String method) {
    StringBuilder text = new StringBuilder(64 + 32 * values.size());
    text.append("{\"id\":").append(id).append(",\"method\":\"").append(method).append('"');
    if (!values.isEmpty()) {
      text.append(",\"params\":");
      char before = '{';
      for (Map.Entry<String, Object> each : values.entrySet()) {
        text.append(before).append('"').append(each.getKey()).append("\":");
        append(text, each.getValue());
        before = ',';
      }
      text.append('}');
    }
    return text.append('}').toString();
  }

  private static void append(StringBuilder text, Object value) {
    if (!(value instanceof String string)) {
      text.append(value);
      return;
    }
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char each = string.charAt(i);
      if (each == '"' || each == '\\') {
        text.append('\\').append(each);
      } else if (each < ' ') {
        text.append(String.format("\\u%04x", (int) each));
      } else {
        text.append(each);
      }
    }
    text.append('"');
  }

  /** The names, not the values: some of those are secret. */
  @Override
  public String toString() {
    return "Params" + values.keySet();
  }
}
