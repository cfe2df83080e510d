package dev.bourse.report.text;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What makes a run look better than trading would have been. */
public final class Warnings {
  private static final Pattern ZERO = Pattern.compile("0+(\\.0+)?( .*)?|none|off|no");

  private Warnings() {}

  /** One sentence per reason not to trust the profit. */
  public static List<String> of(BacktestResult result) {
    List<String> warnings = new ArrayList<>();
    if (paidNothing(result.fills())) {
      warnings.add(
          "Zero cost: no fill paid a fee. A venue would have charged one, so the profit is too"
              + " high.");
    }
    if (isZero(result, "slippage")) {
      warnings.add("Zero slippage: every order got the price it saw. Real fills are worse.");
    }
    if (isZero(result, "latency")) {
      warnings.add("Zero latency: every order was at the venue at once. Real orders travel.");
    }
    return warnings;
  }

  private static boolean paidNothing(List<Fill> fills) {
    return !fills.isEmpty() && fills.stream().allMatch(fill -> fill.fee().signum() == 0);
  }

  /** {@code latency} and {@code latency.ms}, but not the {@code data latency}. */
  private static boolean isAbout(String key, String word) {
    String name = key.strip().toLowerCase(Locale.ROOT);
    return name.equals(word) || name.startsWith(word + ".");
  }

  private static boolean isZero(BacktestResult result, String word) {
    return Stream.of(result.assumptions(), result.spec().exchange())
        .flatMap(map -> map.entrySet().stream())
        .filter(entry -> isAbout(entry.getKey(), word))
        .map(Map.Entry::getValue)
        .anyMatch(value -> ZERO.matcher(value.strip().toLowerCase(Locale.ROOT)).matches());
  }
}
