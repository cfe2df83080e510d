package dev.bourse.testkit;

import dev.bourse.api.config.Parameters;
import java.util.Map;
import java.util.TreeMap;

/**
 * Configurations of plug-ins, read as the engine reads them: defaults, types and ranges are the
 * real ones.
 */
public final class ConfigFixtures {
  private ConfigFixtures() {}

  /** All defaults. */
  public static <C> C defaults(Class<C> type) {
    return Parameters.of(type).defaults();
  }

  /** Defaults with some values given: {@code of(Config.class, "fast", "3", "slow", "8")}. */
  public static <C> C of(Class<C> type, String... keysAndValues) {
    return Parameters.of(type).read(values(keysAndValues));
  }

  /** Keys and values in turn, as a map. */
  public static Map<String, String> values(String... keysAndValues) {
    if (keysAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a value is missing for the key " + keysAndValues[keysAndValues.length - 1]);
    }
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }
}
