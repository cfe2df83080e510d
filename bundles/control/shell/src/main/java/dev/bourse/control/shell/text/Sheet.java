package dev.bourse.control.shell.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of headings, name and value pairs, sentences and tables. */
public final class Sheet {
  private final StringBuilder out = new StringBuilder();
  private final List<String[]> pairs = new ArrayList<>();

  /** Adds a line as it is. */
  public Sheet line(String text) {
    endPairs();
    out.append(text).append('\n');
    return this;
  }

  /** Adds a heading with an empty line before it. */
  public Sheet heading(String text) {
    endPairs();
    out.append(out.length() == 0 ? "" : "\n").append(text).append('\n');
    return this;
  }

  /** Adds a sentence with a dash before it. */
  public Sheet sentence(String text) {
    return line("  - " + text);
  }

  /** Adds a name and its value; neighbours are aligned. Nothing happens without a value. */
  public Sheet pair(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      pairs.add(new String[] {name, value.toString()});
    }
    return this;
  }

  /** Adds an indented table. */
  public Sheet table(Table table) {
    endPairs();
    table.text().lines().forEach(line -> out.append("  ").append(line).append('\n'));
    return this;
  }

  /** The page; ends with a line feed. */
  public String text() {
    endPairs();
    return out.toString();
  }

  private void endPairs() {
    int width = pairs.stream().mapToInt(pair -> pair[0].length()).max().orElse(0);
    for (String[] pair : pairs) {
      out.append("  ").append(pair[0]).append(" ".repeat(width - pair[0].length() + 2));
      out.append(pair[1]).append('\n');
    }
    pairs.clear();
  }
}
