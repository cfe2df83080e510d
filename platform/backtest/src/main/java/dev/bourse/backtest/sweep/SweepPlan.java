package dev.bourse.backtest.sweep;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.config.ConfigException;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.backtest.plan.Plan;
import dev.bourse.backtest.plan.Planner;
import dev.bourse.backtest.plan.Plugins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sweep that can run.
 *
 * @param spec what was asked for
 * @param rank what decides which point is best
 * @param points the combinations that can run, in the order of the grid
 * @param leftOut those that the strategy refuses, and why
 * @param first the plan of the first point: data, venue and versions are those of all
 */
public record SweepPlan(
    SweepSpec spec,
    Statistic rank,
    List<Map<String, String>> points,
    Map<Map<String, String>, String> leftOut,
    Plan first) {
  private static final int MOST_THREADS = 256;

  /**
   * The plan; throws {@link ConfigException} with every problem found.
   *
   * @param definitions the statistics that can decide
   */
  public static SweepPlan of(SweepSpec spec, Plugins plugins, List<Statistic> definitions) {
    List<String> problems = new ArrayList<>();
    Statistic rank = rank(spec.rank(), definitions, problems);
    List<Map<String, String>> all = grid(spec, problems);
    if (spec.parallel() < 1 || spec.parallel() > MOST_THREADS) {
      problems.add("parallel=" + spec.parallel() + " is out of range: 1.." + MOST_THREADS);
    }
    problems.addAll(badValues(spec, plugins, all));
    if (!problems.isEmpty() || rank == null) {
      throw new ConfigException(problems);
    }
    Plan first = plan(spec, plugins, all);
    List<Map<String, String>> points = new ArrayList<>();
    Map<Map<String, String>, String> leftOut = new LinkedHashMap<>();
    for (Map<String, String> point : all) {
      List<String> objections =
          Planner.objections(specOf(spec, point), plugins, first.instruments());
      if (objections.isEmpty()) {
        points.add(point);
      } else {
        leftOut.put(point, String.join("; ", objections));
      }
    }
    return new SweepPlan(spec, rank, points, leftOut, first);
  }

  /** The backtest of one point. */
  static BacktestSpec specOf(SweepSpec spec, Map<String, String> point) {
    BacktestSpec base = spec.base();
    Map<String, String> parameters = new TreeMap<>(base.parameters());
    parameters.putAll(point);
    return base.withParameters(parameters);
  }

  private static List<Map<String, String>> grid(SweepSpec spec, List<String> problems) {
    for (String name : spec.values().keySet()) {
      if (spec.base().parameters().containsKey(name)) {
        problems.add(name + " is given twice, as a fixed parameter and as one to vary");
      }
    }
    try {
      return Grid.of(spec.values());
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  /** What the declaration of the strategy's parameters says against single values. */
  private static Set<String> badValues(
      SweepSpec spec, Plugins plugins, List<Map<String, String>> points) {
    Set<String> problems = new LinkedHashSet<>();
    try {
      StrategyFactory<?> factory = plugins.strategy(spec.base().strategy()).service();
      Parameters<?> parameters = Parameters.of(factory.configType());
      for (Map<String, String> point : points) {
        problems.addAll(problems(parameters, specOf(spec, point).parameters()));
      }
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems;
  }

  private static List<String> problems(Parameters<?> parameters, Map<String, String> values) {
    try {
      parameters.read(values);
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    }
  }

  /** The plan of the first point that can be planned; what the first one lacks if none can. */
  private static Plan plan(SweepSpec spec, Plugins plugins, List<Map<String, String>> points) {
    ConfigException first = null;
    for (Map<String, String> point : points) {
      try {
        return Planner.of(specOf(spec, point), plugins);
      } catch (ConfigException e) {
        first = first == null ? e : first;
        if (e.problems().stream().anyMatch(each -> !each.startsWith("strategy "))) {
          break;
        }
      }
    }
    throw first == null ? new ConfigException(List.of("there is no point to run")) : first;
  }

  private static @Nullable Statistic rank(
      String wanted, List<Statistic> definitions, List<String> problems) {
    List<String> known = new ArrayList<>();
    for (Statistic each : definitions) {
      boolean decides = each.better() != Statistic.Better.NEITHER;
      if (each.name().equals(wanted) || each.key().equals(wanted)) {
        if (decides) {
          return each;
        }
        problems.add(
            each.name() + " says nothing about the worth of a run: rank by another statistic");
        return null;
      }
      if (decides) {
        known.add(each.key());
      }
    }
    problems.add(
        "there is no statistic \""
            + wanted
            + "\" to rank by: known are "
            + String.join(", ", known));
    return null;
  }
}
