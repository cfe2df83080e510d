package dev.bourse.engine.config;

import dev.bourse.api.config.Parameter;
import dev.bourse.api.config.Parameters;
import java.util.Map;
import java.util.TreeMap;

/**
 * Separates the engine's own keys of a file from the plug-in's.
 *
 * @param <C> the annotation type of the engine's keys
 */
final class Split<C> {
  private final Parameters<C> parameters;
  private final Map<String, String> own = new TreeMap<>();
  private final Map<String, String> rest = new TreeMap<>();

  private Split(Class<C> type, Map<String, String> values) {
    this.parameters = Parameters.of(type);
    values.forEach(
        (key, value) -> {
          boolean known = parameters.list().stream().map(Parameter::name).anyMatch(key::equals);
          (known ? own : rest).put(key, value);
        });
  }

  static <C> Split<C> of(Class<C> type, Map<String, String> values) {
    return new Split<>(type, values);
  }

  /** The engine's keys, where others belong to a plug-in. */
  C own() {
    return parameters.read(own);
  }

  /** All keys, where nobody else has any. */
  C all() {
    Map<String, String> everything = new TreeMap<>(own);
    everything.putAll(rest);
    return parameters.read(everything);
  }

  /** The plug-in's keys. */
  Map<String, String> rest() {
    return rest;
  }
}
