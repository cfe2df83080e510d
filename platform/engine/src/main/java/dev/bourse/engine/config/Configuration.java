package dev.bourse.engine.config;

import dev.bourse.api.model.TraderId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is configured, after one strict reading.
 *
 * @param traders definitions of traders that may start
 * @param refused traders that may not, with the reasons
 * @param problems sentences about files that belong to no trader
 */
public record Configuration(
    Map<TraderId, TraderDefinition> traders,
    Map<TraderId, List<String>> refused,
    List<String> problems) {
  /** Keeps ordered copies. */
  public Configuration {
    traders = new TreeMap<>(traders);
    refused = new TreeMap<>(refused);
    problems = List.copyOf(problems);
  }

  /** Reads all files. */
  public static Configuration of(Collection<ConfigFile> files) {
    return new ConfigurationReader(files).read();
  }
}
