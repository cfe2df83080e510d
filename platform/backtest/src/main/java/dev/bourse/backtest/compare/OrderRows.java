package dev.bourse.backtest.compare;

import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.backtest.store.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders of kept results, line by line; whose they are and how they are called is not asked.
 */
final class OrderRows {
  private static final List<String> NAMES = List.of("id", "strategy");

  private OrderRows() {}

  /** A sentence about the first order that is not the same. */
  static String firstDifference(BacktestSummary first, BacktestSummary other) {
    List<Map<String, String>> ours = rows(first);
    List<Map<String, String>> theirs = rows(other);
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      if (!ours.get(i).equals(theirs.get(i))) {
        return "order "
            + (i + 1)
            + " is the first that differs: "
            + difference(ours.get(i), theirs.get(i));
      }
    }
    if (ours.size() == theirs.size()) {
      return "all " + ours.size() + " orders are the same";
    }
    boolean longer = theirs.size() > ours.size();
    int next = Math.min(ours.size(), theirs.size());
    return "the first "
        + next
        + " orders are the same, then "
        + (longer ? other.id() : first.id())
        + " goes on with "
        + words((longer ? theirs : ours).get(next));
  }

  private static String difference(Map<String, String> ours, Map<String, String> theirs) {
    List<String> parts = new ArrayList<>();
    ours.forEach(
        (name, value) -> {
          String their = theirs.getOrDefault(name, "");
          if (!value.equals(their)) {
            parts.add(name + " " + named(value) + " against " + named(their));
          }
        });
    return words(ours) + ": " + String.join(", ", parts);
  }

  private static String named(String value) {
    return value.isEmpty() ? "none" : value;
  }

  private static String words(Map<String, String> order) {
    return String.join(
        " ",
        order.getOrDefault("created", ""),
        order.getOrDefault("side", ""),
        order.getOrDefault("quantity", ""),
        order.getOrDefault("instrument", ""),
        order.getOrDefault("type", ""));
  }

  private static List<Map<String, String>> rows(BacktestSummary run) {
    Path file = run.directory().resolve("orders.csv");
    try {
      List<List<String>> all = Table.rows(Files.readString(file, StandardCharsets.UTF_8));
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<String> row : all.subList(Math.min(1, all.size()), all.size())) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(row.size(), all.get(0).size()); i++) {
          named.put(all.get(0).get(i), row.get(i));
        }
        NAMES.forEach(named::remove);
        rows.add(named);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("the orders of result " + run.id() + " cannot be read", e);
    }
  }
}
