package dev.bourse.control.shell.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words of the form {@code key=value}. */
public final class KeyValues {
  private KeyValues() {}

  /**
   * The pairs in their order; throws {@link IllegalArgumentException} with a sentence for others.
   */
  public static Map<String, String> of(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("\"" + word + "\" must be key=value.");
      }
      String key = word.substring(0, equals).strip();
      if (values.put(key, word.substring(equals + 1).strip()) != null) {
        throw new IllegalArgumentException(key + " is given twice.");
      }
    }
    return values;
  }
}
