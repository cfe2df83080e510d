package dev.bourse.backtest.store;

import java.util.ArrayList;
import java.util.List;

/** Rows of text with commas; fields that need quotes get them. */
public final class Table {
  private final StringBuilder text = new StringBuilder();

  /** A table under these headings. */
  public Table(String... header) {
    row(List.of(header));
  }

  /** Adds a row. */
  public void row(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
    }
    text.append('\n');
  }

  private static String quoted(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  /** The rows of a text, the header first. */
  public static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean doubled = inside && i + 1 < text.length() && text.charAt(i + 1) == '"';
        field.append(doubled ? "\"" : "");
        i += doubled ? 1 : 0;
        inside = doubled || !inside;
      } else if (inside || (c != ',' && c != '\n')) {
        field.append(c);
      } else {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
