package dev.bourse.engine.config;

import dev.bourse.core.risk.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Rates as people write them: {@code 100/1s}, {@code none}. */
final class Rates {
  private Rates() {}

  static RateLimit read(String key, String text) {
    if (text.strip().equals("none")) {
      return RateLimit.NONE;
    }
    String[] parts = text.strip().split("/", -1);
    try {
      int most = Integer.parseInt(parts[0].strip());
      Duration window = Durations.read(key, parts.length == 2 ? parts[1].strip() : "");
      if (most < 1) {
        throw new IllegalArgumentException("it allows nothing");
      }
      return new RateLimit(most, TimeUnit.NANOSECONDS.convert(window));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          key + "=" + text + " must be a number and a time, like 100/1s, or none; at most 10000",
          e);
    }
  }
}
