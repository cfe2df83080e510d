package dev.bourse.report.outside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, strings, doubles and booleans; numbers that JSON has not, such as
 * {@code "NaN"}, stay strings.
 */
final class CaseFile {
  private final String text;
  private int at;

  private CaseFile(String text) {
    this.text = text;
  }

  static Map<?, ?> read(String text) {
    return (Map<?, ?>) new CaseFile(text).value();
  }

  private Object value() {
    space();
    char c = text.charAt(at);
    if (c == '{') {
      return object();
    } else if (c == '[') {
      return array();
    } else if (c == '"') {
      return string();
    }
    int begin = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(begin, at);
    return switch (word) {
      case "true", "false" -> Boolean.valueOf(word);
      case "null" -> "";
      default -> Double.valueOf(word);
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    for (space(); text.charAt(at) != '}'; space()) {
      String name = string();
      space();
      at++;
      map.put(name, value());
      comma();
    }
    at++;
    return map;
  }

  private List<Object> array() {
    List<Object> list = new ArrayList<>();
    at++;
    for (space(); text.charAt(at) != ']'; space()) {
      list.add(value());
      comma();
    }
    at++;
    return list;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      at += text.charAt(at) == '\\' ? 1 : 0;
      out.append(text.charAt(at));
    }
    at++;
    return out.toString();
  }

  private void comma() {
    space();
    at += text.charAt(at) == ',' ? 1 : 0;
  }

  private void space() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
