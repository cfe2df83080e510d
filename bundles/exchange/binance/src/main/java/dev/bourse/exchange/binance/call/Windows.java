package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What may be used up in the venue's windows of time, which begin with its minutes, and how much of
 * it is. Guarded by its owner; times are the venue's in milliseconds.
 */
final class Windows {
  private final Map<Kind, Window> windows = new TreeMap<>();

  /**
   * What a limit counts.
   *
   * @param type the venue's word, {@code REQUEST_WEIGHT}
   * @param millis how long its window is
   */
  record Kind(String type, long millis) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int types = type.compareTo(other.type);
      return types == 0 ? Long.compare(millis, other.millis) : types;
    }
  }

  /** What is counted of a limit. */
  static final class Window {
    private long limit;
    private long count;
    private long index;

    long limit() {
      return limit;
    }

    /** How much is used up in the window with this number. */
    long count(long nowIndex) {
      return index == nowIndex ? count : 0;
    }

    private void set(long newCount, long nowIndex) {
      index = nowIndex;
      count = newCount;
    }
  }

  /** A limit as the venue announces it, or as an answer has it, with its count. */
  void heard(JsonNode announced, long now) {
    long millis =
        length(announced.path("interval").asText()) * announced.path("intervalNum").asLong(1);
    if (millis > 0) {
      Window window = of(announced.path("rateLimitType").asText(), millis);
      window.limit = announced.path("limit").asLong();
      if (announced.has("count")) {
        window.set(announced.path("count").asLong(), now / millis);
      }
    }
  }

  private static long length(String interval) {
    return switch (interval) {
      case "SECOND" -> TimeUnit.SECONDS.toMillis(1);
      case "MINUTE" -> TimeUnit.MINUTES.toMillis(1);
      case "HOUR" -> TimeUnit.HOURS.toMillis(1);
      case "DAY" -> TimeUnit.DAYS.toMillis(1);
      default -> 0;
    };
  }

  private Window of(String type, long millis) {
    return windows.computeIfAbsent(new Kind(type, millis), key -> new Window());
  }

  /** So much is used up in the window that is now. */
  void used(String type, long millis, long count, long now) {
    of(type, millis).set(count, now / millis);
  }

  /** One more of a type. */
  void count(String type, long now) {
    windows.forEach(
        (kind, window) -> {
          if (kind.type().equals(type)) {
            long index = now / kind.millis();
            window.set(window.count(index) + 1, index);
          }
        });
  }

  /** All of them. */
  Map<Kind, Window> all() {
    return windows;
  }
}
