package dev.bourse.api.trader;

import dev.bourse.api.config.Parameter;
import java.util.List;

/**
 * An installed plug-in.
 *
 * @param kind {@code strategy}, {@code exchange}, {@code risk}, {@code persistence}, {@code data},
 *     {@code alert}
 * @param type the word that configuration uses
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param description a short text
 * @param parameters what can be configured
 */
public record PluginInfo(
    String kind,
    String type,
    String bundle,
    String version,
    String description,
    List<Parameter> parameters) {
  /** Keeps its own copy of the list. */
  public PluginInfo {
    parameters = List.copyOf(parameters);
  }
}
