package dev.bourse.backtest.compare;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestComparison.Row;
import dev.bourse.api.backtest.BacktestComparison.Setting;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.Figure;
import dev.bourse.backtest.store.FigureFile;
import dev.bourse.backtest.store.ResultFolder;
import dev.bourse.backtest.store.ResultText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the files of results. */
public final class Comparison {
  private static final int LEAST = 2;
  private static final int MOST = 20;

  private final List<BacktestSummary> runs;

  private Comparison(List<BacktestSummary> runs) {
    this.runs = runs;
  }

  /** The comparison; throws a sentence where it cannot be made. */
  public static BacktestComparison of(List<String> ids, ResultFolder folder) {
    if (ids.size() < LEAST || ids.size() > MOST) {
      throw new IllegalArgumentException(
          "a comparison needs " + LEAST + " to " + MOST + " results, not " + ids.size());
    }
    List<BacktestSummary> runs = new ArrayList<>();
    for (String id : ids) {
      BacktestSummary run =
          folder
              .find(id)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("no single result begins with \"" + id + "\""));
      if (runs.stream().anyMatch(each -> each.id().equals(run.id()))) {
        throw new IllegalArgumentException("result " + run.id() + " is given twice");
      }
      runs.add(run);
    }
    return new Comparison(runs).compare();
  }

  private BacktestComparison compare() {
    List<List<Figure>> figures = runs.stream().map(Comparison::figures).toList();
    Set<String> names = new LinkedHashSet<>();
    figures.forEach(each -> each.forEach(figure -> names.add(figure.name())));
    List<Row> rows =
        names.stream()
            .map(name -> new Row(name, figures.stream().map(each -> find(each, name)).toList()))
            .toList();
    List<String> firstOrders = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      firstOrders.add(OrderRows.firstDifference(runs.get(0), runs.get(i)));
    }
    return new BacktestComparison(runs, settings(), rows, firstOrders);
  }

  private static List<Figure> figures(BacktestSummary run) {
    Path file = run.directory().resolve(FigureFile.NAME);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "result "
              + run.id()
              + " has no "
              + FigureFile.NAME
              + ": it was kept by an older version; run it again");
    }
    return FigureFile.read(file);
  }

  private static Figure find(List<Figure> figures, String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseGet(() -> Figure.none(name, "not in this result"));
  }

  private List<Setting> settings() {
    List<Map<String, String>> all =
        runs.stream().map(run -> ResultText.settings(run.directory())).toList();
    Map<String, List<String>> byName = new LinkedHashMap<>();
    all.forEach(each -> each.keySet().forEach(name -> byName.put(name, new ArrayList<>())));
    byName.forEach((name, values) -> all.forEach(each -> values.add(each.getOrDefault(name, ""))));
    return byName.entrySet().stream()
        .filter(each -> each.getValue().stream().distinct().count() > 1)
        .map(each -> new Setting(each.getKey(), each.getValue()))
        .toList();
  }
}
