package dev.bourse.control.shell.backtest;

import dev.bourse.control.shell.text.KeyValues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Reads what people type for a run. */
public final class SpecWords {
  private static final String BREAKERS = "breakers";

  private SpecWords() {}

  /** Nanoseconds of {@code 2013-11-25} (the day begins, UTC) or {@code 2013-11-25T08:00:00Z}. */
  public static long time(String text) {
    try {
      Instant instant =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text);
      return Math.addExact(TimeUnit.SECONDS.toNanos(instant.getEpochSecond()), instant.getNano());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "time \""
              + text
              + "\" must be a day like 2013-11-25 or a time like 2013-11-25T08:00:00Z, in UTC.",
          e);
    }
  }

  /**
   * Risk modules by type: {@code none}, {@code limits}, {@code limits:max.order.notional=5000}; one
   * type may be named several times. Without a word, everything that is installed, as it comes, but
   * breakers: a run that ends early at a loss is to be asked for.
   */
  static Map<String, Map<String, String>> risk(List<String> given, List<String> installed) {
    List<String> words =
        given.isEmpty()
            ? installed.stream().filter(each -> !each.equals(BREAKERS)).toList()
            : given;
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "No risk module is installed that could guard the run: --risk none runs without.");
    }
    Map<String, Map<String, String>> modules = new TreeMap<>();
    for (String word : words) {
      if (!word.equals("none")) {
        int colon = word.indexOf(':');
        String type = colon < 0 ? word : word.substring(0, colon);
        Map<String, String> limits = modules.computeIfAbsent(type, absent -> new LinkedHashMap<>());
        if (colon >= 0) {
          limits.putAll(KeyValues.of(List.of(word.substring(colon + 1))));
        }
      } else if (words.size() > 1) {
        throw new IllegalArgumentException("--risk none cannot stand beside other modules.");
      }
    }
    return modules;
  }
}
