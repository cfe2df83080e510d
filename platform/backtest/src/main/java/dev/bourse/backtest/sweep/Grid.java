package dev.bourse.backtest.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All combinations of values, the last parameter changing fastest. */
final class Grid {
  /** More combinations than this are a mistake. */
  static final int MOST = 10_000;

  private Grid() {}

  /** The combinations; throws a sentence where there are none or too many. */
  static List<Map<String, String>> of(Map<String, List<String>> values) {
    requireSize(values);
    List<Map<String, String>> all = List.of(Map.of());
    for (Map.Entry<String, List<String>> parameter : values.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> point : all) {
        for (String value : parameter.getValue()) {
          Map<String, String> next = new LinkedHashMap<>(point);
          next.put(parameter.getKey(), value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static void requireSize(Map<String, List<String>> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "a sweep needs at least one parameter with several values, such as fast=5..20:5");
    }
    long size = 1;
    for (Map.Entry<String, List<String>> each : values.entrySet()) {
      if (each.getValue().isEmpty()) {
        throw new IllegalArgumentException(each.getKey() + " has no value to try");
      }
      if (each.getValue().stream().distinct().count() < each.getValue().size()) {
        throw new IllegalArgumentException(
            each.getKey() + "=" + String.join(",", each.getValue()) + " names a value twice");
      }
      size = Math.min(Integer.MAX_VALUE, size * each.getValue().size());
    }
    if (size > MOST) {
      throw new IllegalArgumentException(
          (size == Integer.MAX_VALUE ? "more than two billion" : size)
              + " combinations are too many: a sweep has at most "
              + MOST
              + "; take wider steps or fewer parameters");
    }
  }
}
