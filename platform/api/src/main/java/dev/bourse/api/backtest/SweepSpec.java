package dev.bourse.api.backtest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One backtest for every combination of parameter values.
 *
 * @param base what all of them have in common; its parameters are those that are not varied
 * @param values the values of each varied parameter, in the order in which they are tried
 * @param rank the statistic that decides which one is best, by name or {@link Statistic#key}
 * @param parallel how many run at the same time; the result does not depend on it
 */
public record SweepSpec(
    BacktestSpec base, Map<String, List<String>> values, String rank, int parallel) {
  /** Keeps copies in the given order. */
  public SweepSpec {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    values = Collections.unmodifiableMap(copy);
  }
}
