package dev.bourse.testkit.exchange.example;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes over a line of the bazaar, as JSON would over a socket.
 *
 * @param id the number of the call that it is or answers, 0 for what the bazaar says by itself
 * @param kind the call, {@code done} or {@code refused} for its answer, or what happened
 * @param fields everything else by name
 */
record Message(long id, String kind, Map<String, String> fields) {
  /** Names and values in turn. */
  static Message of(long id, String kind, Object... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
    return new Message(id, kind, fields);
  }

  /** A field; empty if it is not there. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A field that is a number; something else if it is empty or not there. */
  BigDecimal decimal(String name, BigDecimal otherwise) {
    return text(name).isEmpty() ? otherwise : new BigDecimal(text(name));
  }

  /** A field that is a whole number. */
  long number(String name) {
    return Long.parseLong(text(name));
  }
}
