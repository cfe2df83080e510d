package dev.bourse.engine.config;

import dev.bourse.api.model.TradingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Separates the keys {@code data.<key>} of a trader's file, which the adapter of a paper trader's
 * data reads as {@code <key>}, from its other keys.
 *
 * @param others what the trader reads
 * @param feed what the adapter reads
 */
record FeedKeys(Map<String, String> others, Map<String, String> feed) {
  private static final String PREFIX = "data.";

  static FeedKeys of(Map<String, String> values) {
    Map<String, String> others = new TreeMap<>();
    Map<String, String> feed = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            feed.put(key.substring(PREFIX.length()), value);
          } else {
            others.put(key, value);
          }
        });
    return new FeedKeys(others, feed);
  }

  /** Throws {@link IllegalArgumentException} where there is no adapter that could read them. */
  void requireUse(TradingMode mode) {
    if (!feed.isEmpty() && mode != TradingMode.PAPER) {
      throw new IllegalArgumentException(
          PREFIX
              + feed.keySet().iterator().next()
              + " is for mode=paper, where data= names an adapter that reads it; here it does nothing:"
              + " leave it out");
    }
  }
}
