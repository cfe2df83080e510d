package dev.bourse.engine.config;

import dev.bourse.core.risk.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Rates as people write them: {@code 100/1s}, {@code 10/1s+5} with a burst, {@code none}. */
final class Rates {
  private Rates() {}

  static RateLimit read(String key, String text) {
    if (text.strip().equals("none")) {
      return RateLimit.NONE;
    }
    String[] bursts = text.strip().split("\\+", -1);
    String[] parts = bursts[0].split("/", -1);
    try {
      int most = Integer.parseInt(parts[0].strip());
      Duration window = Durations.read(key, parts.length == 2 ? parts[1].strip() : "");
      int burst = bursts.length == 2 ? Integer.parseInt(bursts[1].strip()) : 0;
      if (most < 1 || bursts.length > 2) {
        throw new IllegalArgumentException("it allows nothing");
      }
      return new RateLimit(most, TimeUnit.NANOSECONDS.convert(window), burst);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          key
              + "="
              + text
              + " must be a number and a time, like 100/1s, or with a burst that is no larger, like"
              + " 10/1s+5, or none; at most 10000",
          e);
    }
  }
}
