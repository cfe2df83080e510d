package dev.bourse.api.config;

import java.util.List;

/**
 * One parameter of a plug-in.
 *
 * @param name the key in a configuration file
 * @param type {@code integer}, {@code number}, {@code text} or {@code yes/no}
 * @param defaultValue the value when the key is absent; empty if it must be given
 * @param required whether the key must be given
 * @param min the least value, or empty
 * @param max the greatest value, or empty
 * @param options the only values allowed, or empty for any
 * @param description meaning and unit
 * @param secret whether the value must be masked
 */
public record Parameter(
    String name,
    String type,
    String defaultValue,
    boolean required,
    String min,
    String max,
    List<String> options,
    String description,
    boolean secret) {
  /** Keeps its own copy of the list. */
  public Parameter {
    options = List.copyOf(options);
  }

  /** The allowed values as people read them: {@code 1 or more}, {@code 1..100}, {@code a|b}. */
  public String range() {
    if (!options.isEmpty()) {
      return String.join("|", options);
    }
    if (min.isEmpty() && max.isEmpty()) {
      return "";
    }
    if (max.isEmpty()) {
      return min + " or more";
    }
    return min.isEmpty() ? "at most " + max : min + ".." + max;
  }
}
