package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepResult.Point;
import dev.bourse.control.shell.text.Json;
import dev.bourse.control.shell.text.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sweep as a page, a table and JSON. */
final class SweepViews {
  private SweepViews() {}

  static String page(SweepResult result, int top) {
    StringBuilder page = new StringBuilder();
    page.append(result.points().size())
        .append(" combinations of ")
        .append(String.join(", ", result.parameters()))
        .append(", ranked by ")
        .append(result.rank().name())
        .append(":\n\n")
        .append(table(result, top).text());
    if (result.points().size() > top) {
      page.append(result.points().size() - top).append(" more are in the file.\n");
    }
    page.append('\n');
    result.notes().forEach(note -> page.append(note).append('\n'));
    return page.append("Table: ").append(result.file()).append('\n').toString();
  }

  /** The best points with the statistics that lists have. */
  static Table table(SweepResult result, int top) {
    Set<String> names = new LinkedHashSet<>(List.of(result.rank().name()));
    names.addAll(BacktestViews.FIGURES);
    boolean problems = result.points().stream().anyMatch(each -> !each.problem().isEmpty());
    Table table =
        Table.orElse("There is no point.")
            .numbers("Rank")
            .numbers(result.parameters().toArray(String[]::new))
            .numbers(names.toArray(String[]::new))
            .words("Run");
    if (problems) {
      table.words("Problem");
    }
    for (int i = 0; i < Math.min(top, result.points().size()); i++) {
      table.row(row(i + 1, result, names, problems));
    }
    return table;
  }

  private static @Nullable Object[] row(
      int place, SweepResult result, Set<String> names, boolean problems) {
    Point point = result.points().get(place - 1);
    List<@Nullable Object> row = new ArrayList<>();
    row.add(point.problem().isEmpty() ? place : null);
    result.parameters().forEach(name -> row.add(point.parameters().get(name)));
    names.forEach(name -> row.add(text(point, name)));
    row.add(point.id());
    if (problems) {
      row.add(point.problem());
    }
    return row.toArray();
  }

  private static @Nullable String text(Point point, String name) {
    Figure figure = figures(point).get(name);
    return figure == null || Figure.isNone(figure.text()) ? null : figure.text();
  }

  private static Map<String, Figure> figures(Point point) {
    return point.figures().stream().collect(Collectors.toMap(Figure::name, figure -> figure));
  }

  static String json(SweepResult result) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < result.points().size(); i++) {
      Point point = result.points().get(i);
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("rank", point.problem().isEmpty() ? i + 1 : null);
      line.put("parameters", point.parameters());
      line.put("run", point.id().isEmpty() ? null : point.id());
      Map<String, @Nullable Object> statistics = new LinkedHashMap<>();
      point.figures().forEach(each -> statistics.put(Statistic.key(each.name()), each.value()));
      line.put("statistics", statistics);
      line.put("orders", point.ordersHash().isEmpty() ? null : point.ordersHash());
      line.put("problem", point.problem().isEmpty() ? null : point.problem());
      lines.add(Json.of(line));
    }
    return "[\n" + String.join(",\n", lines) + "\n]\n";
  }
}
