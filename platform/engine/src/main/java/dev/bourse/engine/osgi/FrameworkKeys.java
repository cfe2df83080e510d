package dev.bourse.engine.osgi;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells a user's keys from those that the container adds, and finds the name of a configuration.
 */
final class FrameworkKeys {
  private static final String FILE = "felix.fileinstall.filename";
  private static final List<String> PREFIXES =
      List.of("service.", "component.", "felix.fileinstall.", "org.apache.karaf.", ".");

  private FrameworkKeys() {}

  /** The user's keys, values as text. */
  static Map<String, String> without(Dictionary<String, ?> properties) {
    Map<String, String> values = new TreeMap<>();
    for (String key : Collections.list(properties.keys())) {
      if (PREFIXES.stream().noneMatch(key::startsWith)) {
        values.put(key, text(properties.get(key)));
      }
    }
    return values;
  }

  /**
   * The name of the thing: of the file {@code pid-name.cfg} if there is one, else what follows
   * {@code ~} in the PID, else the PID.
   */
  static String name(String pid, Dictionary<String, ?> properties) {
    Object file = properties.get(FILE);
    if (file != null) {
      String path = file.toString().replace('\\', '/');
      String last = path.substring(path.lastIndexOf('/') + 1);
      int dash = last.indexOf('-');
      int dot = last.lastIndexOf('.');
      if (dash >= 0 && dot > dash + 1) {
        return last.substring(dash + 1, dot);
      }
    }
    int tilde = pid.indexOf('~');
    return tilde >= 0 ? pid.substring(tilde + 1) : pid.substring(pid.lastIndexOf('.') + 1);
  }

  private static String text(Object value) {
    List<String> parts = new ArrayList<>();
    if (value instanceof Collection<?> all) {
      all.forEach(each -> parts.add(String.valueOf(each)));
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        parts.add(String.valueOf(Array.get(value, i)));
      }
    } else {
      return value.toString();
    }
    return String.join(",", parts);
  }
}
