package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import dev.bourse.api.model.Instrument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each role stands in the rows of an open file, after a look at its first line. */
final class Columns {
  private final Map<String, Integer> indexes;
  private final int count;
  private final Instrument instrument;

  private Columns(Map<String, Integer> indexes, int count, Instrument instrument) {
    this.indexes = indexes;
    this.count = count;
    this.instrument = instrument;
  }

  /**
   * Looks the roles up in the first line.
   *
   * @param first at the first line: the header, or the first row of a file without one
   */
  static Columns of(Description description, Rows first) {
    Layout layout = description.layout();
    Map<String, Integer> indexes = new HashMap<>();
    List<String> names = names(first);
    for (Map.Entry<String, String> column : new TreeMap<>(layout.columns()).entrySet()) {
      int index =
          layout.header()
              ? named(column.getValue(), names, first)
              : numbered(column.getKey(), Integer.parseInt(column.getValue()), first);
      indexes.put(column.getKey(), index);
    }
    return new Columns(indexes, first.columns(), description.instrument());
  }

  /** Checks that a row is neither cut off nor too long; throws {@link DataException}. */
  void check(Rows row) {
    if (row.columns() != count) {
      throw row.bad("it has " + row.columns() + " columns where the first line has " + count);
    }
  }

  /** Where a role stands, from 0, or -1 if the description does not name it. */
  int index(String role) {
    return indexes.getOrDefault(role, -1);
  }

  /** A column of prices of the instrument. */
  NumberColumn price(String role) {
    return price(role, index(role), instrument);
  }

  /** Prices of an instrument. */
  static NumberColumn price(String role, int index, Instrument instrument) {
    return new NumberColumn(
        role,
        index,
        instrument.priceDecimals(),
        instrument.tickSize().raw(),
        "tick " + instrument.tickSize());
  }

  /** A column of quantities of the instrument. */
  NumberColumn quantity(String role) {
    return quantity(role, index(role), instrument);
  }

  /** Quantities of an instrument. */
  static NumberColumn quantity(String role, int index, Instrument instrument) {
    return new NumberColumn(
        role,
        index,
        instrument.quantityDecimals(),
        instrument.stepSize().raw(),
        "step " + instrument.stepSize());
  }

  private static List<String> names(Rows header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.columns(); i++) {
      names.add(header.text(i));
    }
    return names;
  }

  private static int named(String name, List<String> names, Rows header) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw header.bad(
          "the header has no column \"" + name + "\"; it has " + String.join(", ", names));
    }
    if (index != names.lastIndexOf(name)) {
      throw header.bad("the header has the column \"" + name + "\" twice; rename one");
    }
    return index;
  }

  private static int numbered(String role, int number, Rows first) {
    if (number > first.columns()) {
      throw first.bad(
          "it has " + first.columns() + " columns, but column." + role + " is number " + number);
    }
    return number - 1;
  }
}
