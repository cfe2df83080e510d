package dev.bourse.backtest.sweep;

import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepResult.Point;
import dev.bourse.backtest.run.RunId;
import dev.bourse.backtest.store.FigureFile;
import dev.bourse.backtest.store.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Points in the order of a statistic, and the table of them. */
final class Ranking {
  private static final int ID_LENGTH = 16;

  private final SweepPlan plan;
  private final List<Point> ranked;
  private final List<String> parameters;

  private Ranking(SweepPlan plan, List<Point> ranked) {
    this.plan = plan;
    this.ranked = ranked;
    this.parameters = List.copyOf(plan.spec().values().keySet());
  }

  /** Ranks points that come in the order of the grid; equal ones keep it. */
  static Ranking of(SweepPlan plan, List<Point> points) {
    List<Point> ranked = new ArrayList<>(points);
    plan.leftOut()
        .forEach((point, reason) -> ranked.add(new Point("", point, List.of(), "", reason)));
    ranked.sort(order(plan.rank()));
    return new Ranking(plan, ranked);
  }

  private static Comparator<Point> order(Statistic rank) {
    Comparator<BigDecimal> better =
        rank.better() == Statistic.Better.LOWER
            ? Comparator.naturalOrder()
            : Comparator.reverseOrder();
    return Comparator.comparing((Point point) -> !point.problem().isEmpty())
        .thenComparing(point -> value(point, rank).isEmpty())
        .thenComparing(
            (one, other) -> {
              Optional<BigDecimal> first = value(one, rank);
              Optional<BigDecimal> second = value(other, rank);
              return first.isEmpty() || second.isEmpty()
                  ? 0
                  : better.compare(first.get(), second.get());
            });
  }

  private static Optional<BigDecimal> value(Point point, Statistic rank) {
    return figure(point, rank.name()).flatMap(each -> Optional.ofNullable(each.value()));
  }

  private static Optional<Figure> figure(Point point, String name) {
    return point.figures().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The result, with its table in a folder of its own. */
  SweepResult write(Path folder) {
    String table = table();
    String id = RunId.sha256(table).substring(0, ID_LENGTH);
    Path file = folder.resolve(id).resolve("sweep.csv");
    try {
      Files.createDirectories(folder.resolve(id));
      Path draft = Files.createTempFile(folder.resolve(id), ".draft-", "");
      Files.writeString(draft, table, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the table of the sweep to " + file, e);
    }
    return new SweepResult(id, parameters, plan.rank(), ranked, notes(), file);
  }

  private String table() {
    List<String> names =
        ranked.stream()
            .filter(point -> !point.figures().isEmpty())
            .findFirst()
            .map(point -> point.figures().stream().map(Figure::name).toList())
            .orElse(List.of());
    List<String> header = new ArrayList<>(List.of("rank"));
    header.addAll(parameters);
    header.addAll(names);
    header.addAll(List.of("run", "orders", "problem"));
    Table table = new Table(header.toArray(String[]::new));
    for (int i = 0; i < ranked.size(); i++) {
      table.row(row(i + 1, ranked.get(i), names));
    }
    return table.toString();
  }

  private List<String> row(int place, Point point, List<String> names) {
    List<String> row = new ArrayList<>();
    row.add(point.problem().isEmpty() ? Integer.toString(place) : "");
    parameters.forEach(name -> row.add(point.parameters().getOrDefault(name, "")));
    names.forEach(
        name ->
            row.add(figure(point, name).map(each -> FigureFile.plain(each.value())).orElse("")));
    row.addAll(List.of(point.id(), point.ordersHash(), point.problem()));
    return row;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    List<Figure> known =
        ranked.stream()
            .filter(point -> value(point, plan.rank()).isPresent())
            .flatMap(point -> figure(point, plan.rank().name()).stream())
            .toList();
    if (known.size() > 1) {
      notes.add(
          plan.rank().name()
              + ": best "
              + known.get(0).text()
              + ", middle "
              + known.get(known.size() / 2).text()
              + ", worst "
              + known.get(known.size() - 1).text()
              + ".");
      notes.add(
          "The best of "
              + known.size()
              + " was chosen by its result, so part of that result is luck: of strategies without any"
              + " merit, the best of "
              + known.size()
              + " looks good too. Prove it on data that this sweep has not seen.");
    }
    refusals(notes);
    return notes;
  }

  private void refusals(List<String> notes) {
    TreeMap<String, Integer> reasons = new TreeMap<>();
    ranked.stream()
        .filter(point -> !point.problem().isEmpty())
        .forEach(point -> reasons.merge(point.problem(), 1, Integer::sum));
    int count = reasons.values().stream().mapToInt(Integer::intValue).sum();
    if (count > 0) {
      notes.add(
          count
              + (count == 1 ? " combination has" : " combinations have")
              + " no result, the first because: "
              + reasons.firstKey());
    }
  }
}
