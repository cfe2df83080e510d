package dev.bourse.testkit.exchange.example;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages within messages, as one field. */
final class Rows {
  private Rows() {}

  static String write(Message message) {
    return message.fields().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(";", message.kind() + ";", ""));
  }

  static Message read(String row) {
    String[] parts = row.split(";", -1);
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      fields.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
    }
    return new Message(0, parts[0], fields);
  }
}
