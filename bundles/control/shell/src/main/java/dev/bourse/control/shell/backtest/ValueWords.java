package dev.bourse.control.shell.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which values a parameter takes in a sweep. */
final class ValueWords {
  /** More values of one parameter than this are a mistake. */
  private static final int MOST = 10_000;

  private ValueWords() {}

  /**
   * Values by parameter: {@code fast=5..20:5} is 5, 10, 15 and 20, without a step it is 1; {@code
   * slow=20,30,50} are single ones; both may be mixed.
   */
  static Map<String, List<String>> of(List<String> words) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw bad(word, "must be key=values, like fast=5..20:5 or slow=20,30,50");
      }
      List<String> values = new ArrayList<>();
      for (String part : word.substring(equals + 1).split(",", -1)) {
        values.addAll(part(word, part.strip()));
      }
      if (all.put(word.substring(0, equals).strip(), values) != null) {
        throw new IllegalArgumentException(word.substring(0, equals).strip() + " is given twice.");
      }
    }
    return all;
  }

  private static List<String> part(String word, String part) {
    int dots = part.indexOf("..");
    if (part.isEmpty()) {
      throw bad(word, "has an empty value");
    } else if (dots < 0) {
      return List.of(part);
    }
    int colon = part.indexOf(':', dots);
    String step = colon < 0 ? "1" : part.substring(colon + 1);
    String end = colon < 0 ? part.substring(dots + 2) : part.substring(dots + 2, colon);
    return range(
        word, number(word, part.substring(0, dots)), number(word, end), number(word, step));
  }

  private static List<String> range(String word, BigDecimal from, BigDecimal to, BigDecimal step) {
    if (step.signum() <= 0) {
      throw bad(word, "needs a step above zero");
    } else if (from.compareTo(to) > 0) {
      throw bad(word, "begins above its end");
    } else if (to.subtract(from).divideToIntegralValue(step).compareTo(BigDecimal.valueOf(MOST))
        >= 0) {
      throw bad(word, "has more than " + MOST + " values: take a wider step");
    }
    List<String> values = new ArrayList<>();
    for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
      values.add(value.toPlainString());
    }
    return values;
  }

  private static BigDecimal number(String word, String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + word + "\" needs numbers around its dots, not \"" + text.strip() + "\".", e);
    }
  }

  private static IllegalArgumentException bad(String word, String why) {
    return new IllegalArgumentException("\"" + word + "\" " + why + ".");
  }
}
