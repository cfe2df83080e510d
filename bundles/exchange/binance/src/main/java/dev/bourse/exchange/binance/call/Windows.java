package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What may be used up in the venue's windows of time, which begin with its minutes, and how much of
 * it is. Guarded by its owner; times are the venue's in milliseconds.
 */
final class Windows {
  /** Our idea of the venue's time is wrong by less than that: {@link VenueClock}. */
  private static final long MARGIN = TimeUnit.SECONDS.toMillis(1);

  /** What waits for answers that give room looks again so soon. */
  private static final long SOON = 20;

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

    boolean fits(Demand demand, long millis, long now) {
      long used = count(now / millis) + demand.underWay();
      return limit <= 0 || used + demand.more() <= limit;
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

  /** So many more of a type. */
  void count(String type, int more, long now) {
    windows.forEach(
        (kind, window) -> {
          if (kind.type().equals(type)) {
            long index = now / kind.millis();
            window.set(window.count(index) + more, index);
          }
        });
  }

  /** All of them. */
  Map<Kind, Window> all() {
    return windows;
  }

  /**
   * What somebody wants to use up of a limit.
   *
   * @param more so much
   * @param underWay what left and was not answered, so that no count has it yet
   */
  record Demand(long more, long underWay) {}

  /** When a demand fits, now at the soonest. A limit that is not known has room. */
  long free(Function<Kind, Demand> demands, long now) {
    long free = now;
    for (Map.Entry<Kind, Window> each : windows.entrySet()) {
      Demand demand = demands.apply(each.getKey());
      if (!each.getValue().fits(demand, each.getKey().millis(), now)) {
        free = Math.max(free, next(each.getKey(), each.getValue(), demand.more(), now));
      }
    }
    return free;
  }

  /** Answers that are under way may give room at any moment; else the next window does. */
  private static long next(Kind kind, Window window, long more, long now) {
    boolean may = window.fits(new Demand(more, 0), kind.millis(), now);
    return may ? now + SOON : (now / kind.millis() + 1) * kind.millis() + MARGIN;
  }

  /** Which limit a demand does not fit in, with its numbers; empty if it fits. */
  String shortage(Function<Kind, Demand> demands, long now) {
    for (Map.Entry<Kind, Window> each : windows.entrySet()) {
      Kind kind = each.getKey();
      Window window = each.getValue();
      Demand demand = demands.apply(kind);
      if (!window.fits(demand, kind.millis(), now)) {
        return noun(kind.type())
            + "="
            + (window.count(now / kind.millis()) + demand.underWay())
            + " limit="
            + window.limit()
            + " in="
            + Duration.ofMillis(kind.millis());
      }
    }
    return "";
  }

  private static String noun(String type) {
    return switch (type) {
      case "REQUEST_WEIGHT" -> "weight";
      case "RAW_REQUESTS" -> "requests";
      default -> "orders";
    };
  }
}
