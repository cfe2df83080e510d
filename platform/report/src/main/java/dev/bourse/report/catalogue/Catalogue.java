package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.report.statistics.RunFigures;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All statistics in the order of tables and pages. */
public final class Catalogue {
  private static final List<Measure> ALL =
      Stream.of(
              EquityMeasures.all(),
              FallMeasures.all(),
              DayMeasures.all(),
              RiskMeasures.all(),
              BenchmarkMeasures.all(),
              TripMeasures.all(),
              WinMeasures.all(),
              ExposureMeasures.all(),
              CostMeasures.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  /** What each statistic means. */
  public static List<Statistic> definitions() {
    return ALL.stream().map(Measure::statistic).toList();
  }

  /** Names and texts under their headings; what is not known here comes last, under Other. */
  public static Map<String, Map<String, String>> grouped(Map<String, String> statistics) {
    Map<String, String> groups = new HashMap<>();
    Map<String, Map<String, String>> cards = new LinkedHashMap<>();
    for (Statistic each : definitions()) {
      groups.put(each.name(), each.group());
      cards.put(each.group(), new LinkedHashMap<>());
    }
    statistics.forEach(
        (name, text) ->
            cards
                .computeIfAbsent(
                    groups.getOrDefault(name, "Other"), absent -> new LinkedHashMap<>())
                .put(name, text));
    cards.values().removeIf(Map::isEmpty);
    return cards;
  }

  /** All statistics of a run. */
  public static List<Figure> figures(RunFigures run) {
    Subject subject = Subject.of(run);
    return ALL.stream().map(measure -> measure.of(subject)).toList();
  }
}
