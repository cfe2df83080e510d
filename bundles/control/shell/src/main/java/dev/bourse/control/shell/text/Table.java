package dev.bourse.control.shell.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows under headings. For people: aligned columns, numbers to the right, a sentence when there is
 * no row. For scripts: tab-separated lines, or JSON with one object per line.
 */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> headings = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private final String empty;

  private Table(String empty) {
    this.empty = empty;
  }

  /**
   * A table without columns.
   *
   * @param sentence what to say when there is no row
   */
  public static Table orElse(String sentence) {
    return new Table(sentence);
  }

  /** Adds columns of words. */
  public Table words(String... names) {
    return columns(false, names);
  }

  /** Adds columns of numbers, aligned to the right. */
  public Table numbers(String... names) {
    return columns(true, names);
  }

  /** Adds a row with one value per column; null, empty text and a dash mean that there is none. */
  public Table row(@Nullable Object... values) {
    if (values.length != headings.size()) {
      throw new IllegalArgumentException(
          values.length + " values do not fit the " + headings.size() + " columns " + headings);
    }
    rows.add(Arrays.asList(values));
    return this;
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** Aligned columns, or the sentence; ends with a line feed. */
  public String text() {
    if (rows.isEmpty()) {
      return empty + "\n";
    }
    int[] widths = widths();
    StringBuilder out = new StringBuilder();
    line(out, widths, headings);
    line(out, widths, Arrays.stream(widths).mapToObj("-"::repeat).toList());
    rows.forEach(row -> line(out, widths, row.stream().map(Table::shown).toList()));
    return out.toString();
  }

  /** Headings and rows separated by tabs. */
  public String tabs() {
    StringBuilder out = new StringBuilder(String.join("\t", headings)).append('\n');
    for (List<@Nullable Object> row : rows) {
      out.append(row.stream().map(Table::exact).map(Table::plain).collect(Collectors.joining("\t")))
          .append('\n');
    }
    return out.toString();
  }

  /** An array with one object per line. */
  public String json() {
    return rows.isEmpty()
        ? "[]\n"
        : rows.stream()
            .map(row -> Json.of(object(row)))
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private Table columns(boolean areNumbers, String... names) {
    for (String name : names) {
      headings.add(name);
      numeric.add(areNumbers);
    }
    return this;
  }

  private int[] widths() {
    int[] widths = headings.stream().mapToInt(String::length).toArray();
    for (List<@Nullable Object> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], shown(row.get(i)).length());
      }
    }
    return widths;
  }

  private void line(StringBuilder out, int[] widths, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : GAP);
      line.append(numeric.get(i) ? space + cells.get(i) : cells.get(i) + space);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private Map<String, @Nullable Object> object(List<@Nullable Object> row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      Object value = exact(row.get(i));
      object.put(key(headings.get(i)), plain(value).isEmpty() ? null : value);
    }
    return object;
  }

  private static String shown(@Nullable Object value) {
    String text = plain(value);
    return text.isEmpty() ? Display.NONE : text;
  }

  private static @Nullable Object exact(@Nullable Object value) {
    return value instanceof Estimate estimate ? estimate.exact() : value;
  }

  private static String plain(@Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    String text = value == null ? "" : value.toString().replaceAll("\\s+", " ");
    return text.equals(Display.NONE) ? "" : text;
  }

  /** {@code lastData} of {@code Last data}. */
  private static String key(String heading) {
    StringBuilder key = new StringBuilder();
    for (String word : heading.toLowerCase(Locale.ROOT).split(" ", -1)) {
      key.append(
          key.length() == 0
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return key.toString();
  }
}
