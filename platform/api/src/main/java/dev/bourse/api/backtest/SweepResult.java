package dev.bourse.api.backtest;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a sweep. The same sweep over the same data gives the same result, however many
 * ran at the same time and whatever was kept from before.
 *
 * @param id hash of its points and the ranking
 * @param parameters the names of the varied parameters
 * @param rank what decided
 * @param points all points, the best first; those without the statistic, and then those without a
 *     result, come last
 * @param notes sentences about how to read it
 * @param file the same as comma-separated text, every statistic included
 */
public record SweepResult(
    String id,
    List<String> parameters,
    Statistic rank,
    List<Point> points,
    List<String> notes,
    Path file) {
  /** Keeps copies. */
  public SweepResult {
    parameters = List.copyOf(parameters);
    points = List.copyOf(points);
    notes = List.copyOf(notes);
  }

  /**
   * One combination of values.
   *
   * @param id the id of the run, the same as that of a single backtest with these parameters; empty
   *     where it could not run
   * @param parameters the varied parameters
   * @param figures all statistics of its full history; empty where it could not run
   * @param ordersHash SHA-256 of all its orders, as {@code orders.csv} has them
   * @param problem why it has no result; empty if it has one
   */
  public record Point(
      String id,
      Map<String, String> parameters,
      List<Figure> figures,
      String ordersHash,
      String problem) {
    /** Keeps copies; the parameters keep their order. */
    public Point {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      figures = List.copyOf(figures);
    }
  }
}
