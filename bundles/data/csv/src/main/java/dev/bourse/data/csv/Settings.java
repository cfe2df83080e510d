package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of one description. Whatever nobody asked for is unknown; nothing is guessed. */
final class Settings {
  private final String where;
  private final Map<String, String> values;
  private final TreeSet<String> asked = new TreeSet<>();

  /**
   * Reads the text of a description.
   *
   * @param where the description, for messages
   */
  Settings(String where, String text) {
    this.where = where;
    this.values = parse(where, text);
  }

  /** The value of a key that must be there, converted. */
  <T> T required(String key, Function<String, T> conversion) {
    String value = value(key);
    if (value == null) {
      throw new DataException(where + ": key \"" + key + "\" is missing; add it");
    }
    return convert(key, value, conversion);
  }

  /** The value of a key, converted, or what stands for it when the key is not there. */
  <T> T optional(String key, String absent, Function<String, T> conversion) {
    String value = value(key);
    return convert(key, value == null ? absent : value, conversion);
  }

  /** The text of a key that need not be there. */
  @Nullable String value(String key) {
    asked.add(key);
    return values.get(key);
  }

  /** One of a few words. */
  static <T extends Enum<T>> Function<String, T> word(Class<T> words) {
    return text ->
        Arrays.stream(words.getEnumConstants())
            .filter(each -> lower(each).equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(mustBe(text, words)));
  }

  /** A whole number within limits. */
  static Function<String, Integer> number(int low, int high) {
    return text -> {
      try {
        int value = Integer.parseInt(text);
        if (value >= low && value <= high) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + text + "\" is not a whole number", e);
      }
      throw new IllegalArgumentException(text + " is outside " + low + ".." + high);
    };
  }

  /** Ends the reading: a key that was not asked for is refused. */
  void requireNothingElse() {
    for (String key : new TreeSet<>(values.keySet())) {
      if (!asked.contains(key)) {
        throw new DataException(
            where + ": key \"" + key + "\" is unknown; known here are " + String.join(", ", asked));
      }
    }
  }

  /** A sentence about one key. */
  DataException wrong(String key, String reason) {
    return new DataException(where + ": key \"" + key + "\": " + reason);
  }

  private <T> T convert(String key, String value, Function<String, T> conversion) {
    try {
      return conversion.apply(value);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DataException(where + ": key \"" + key + "\": " + e.getMessage(), e);
    }
  }

  private static <T extends Enum<T>> String mustBe(String text, Class<T> words) {
    return "\""
        + text
        + "\" must be one of "
        + Arrays.stream(words.getEnumConstants())
            .map(Settings::lower)
            .collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> parse(String where, String text) {
    Map<String, String> found = new HashMap<>();
    try {
      new Collector(where, found).load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(where + " cannot be read: " + e.getMessage(), e);
    }
    return found;
  }

  /** The rules of property files, with every key once. */
  private static final class Collector extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> found;
    private final String where;

    Collector(String where, Map<String, String> found) {
      this.where = where;
      this.found = found;
    }

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      String text = value.toString();
      String kept = text.length() == 1 ? text : text.strip();
      if (found.put(key.toString(), kept) != null) {
        throw new DataException(where + ": key \"" + key + "\" stands twice; remove one");
      }
      return null;
    }
  }
}
