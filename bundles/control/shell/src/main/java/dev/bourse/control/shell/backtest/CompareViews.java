package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestComparison.Row;
import dev.bourse.api.backtest.BacktestComparison.Setting;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Json;
import dev.bourse.control.shell.text.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as a page, a table and JSON. Runs are called A, B, C in tables. */
final class CompareViews {
  private static final MathContext DIGITS = new MathContext(6);

  private final BacktestComparison comparison;
  private final Map<String, String> units;

  /**
   * Views of a comparison.
   *
   * @param units the unit of each statistic by name, where it is known
   */
  CompareViews(BacktestComparison comparison, Map<String, String> units) {
    this.comparison = comparison;
    this.units = units;
  }

  private int size() {
    return comparison.runs().size();
  }

  private static String letter(int run) {
    return String.valueOf((char) ('A' + run));
  }

  String page() {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      page.append(letter(i)).append(" is ").append(comparison.runs().get(i).id()).append(": ");
      page.append(comparison.runs().get(i).title()).append('\n');
    }
    page.append('\n').append(settings().text()).append('\n').append(table().text()).append('\n');
    for (int i = 1; i < size(); i++) {
      page.append("Orders of A and ").append(letter(i)).append(": ");
      page.append(comparison.firstOrders().get(i - 1)).append(".\n");
    }
    return page.toString();
  }

  private Table settings() {
    Table table =
        Table.orElse("They ran with the same settings over the same data.").words("Setting");
    for (int i = 0; i < size(); i++) {
      table.words(letter(i));
    }
    for (Setting each : comparison.settings()) {
      List<@Nullable Object> row = new ArrayList<>(List.of(each.name()));
      row.addAll(each.values());
      table.row(row.toArray());
    }
    return table;
  }

  private Table table() {
    Table table = Table.orElse("They have no statistics.").words("Statistic").numbers("A");
    for (int i = 1; i < size(); i++) {
      table.numbers(letter(i), letter(i) + " - A");
    }
    for (Row each : comparison.statistics()) {
      List<@Nullable Object> row = new ArrayList<>(List.of(each.name()));
      for (int i = 0; i < size(); i++) {
        String text = each.figures().get(i).text();
        row.add(Figure.isNone(text) ? null : text);
        if (i > 0) {
          row.add(each.difference(i).map(value -> difference(each.name(), value)).orElse(null));
        }
      }
      table.row(row.toArray());
    }
    return table;
  }

  private String difference(String name, BigDecimal value) {
    String sign = value.signum() > 0 ? "+" : value.signum() < 0 ? "-" : "";
    BigDecimal size = value.abs();
    return sign
        + switch (units.getOrDefault(name, "")) {
          case "share" -> plain(size.movePointRight(2).round(DIGITS)) + " %";
          case "seconds" -> Display.duration(size.movePointRight(9).longValue());
          case "ratio" -> plain(size.round(DIGITS));
          default -> plain(size);
        };
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The numbers themselves under the ids of the runs. */
  Table exact() {
    Table table = Table.orElse("They have no statistics.").words("Statistic");
    comparison.runs().forEach(run -> table.numbers(run.id()));
    for (Row each : comparison.statistics()) {
      List<@Nullable Object> row = new ArrayList<>(List.of(each.name()));
      for (Figure figure : each.figures()) {
        row.add(figure.value() == null ? null : plain(figure.value()));
      }
      table.row(row.toArray());
    }
    return table;
  }

  String json() {
    List<String> lines = new ArrayList<>();
    for (Row each : comparison.statistics()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      Map<String, @Nullable Object> differences = new LinkedHashMap<>();
      for (int i = 0; i < size(); i++) {
        String id = comparison.runs().get(i).id();
        values.put(id, each.figures().get(i).value());
        if (i > 0) {
          differences.put(id, each.difference(i).orElse(null));
        }
      }
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("statistic", Statistic.key(each.name()));
      line.put("values", values);
      line.put("differences", differences);
      lines.add(Json.of(line));
    }
    return lines.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", lines) + "\n]\n";
  }
}
