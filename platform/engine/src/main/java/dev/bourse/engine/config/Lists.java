package dev.bourse.engine.config;

import java.util.ArrayList;
import java.util.List;

/** Lists as people write them: words separated by commas. */
final class Lists {
  private Lists() {}

  static List<String> read(String key, String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String word = part.strip();
      if (word.isEmpty()) {
        throw new IllegalArgumentException(
            key + "=" + text + " has an empty place: names are separated by single commas");
      }
      if (words.contains(word)) {
        throw new IllegalArgumentException(key + "=" + text + " names " + word + " twice");
      }
      words.add(word);
    }
    return words;
  }
}
