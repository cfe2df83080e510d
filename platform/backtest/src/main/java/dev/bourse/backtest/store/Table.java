package dev.bourse.backtest.store;

import java.util.List;

/** Rows of text with commas; fields that need quotes get them. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table(String... header) {
    row(List.of(header));
  }

  void row(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
    }
    text.append('\n');
  }

  private static String quoted(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
