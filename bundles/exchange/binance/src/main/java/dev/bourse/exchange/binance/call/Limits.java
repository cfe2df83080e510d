package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the venue allows and how much of it is used up, as its answers say (web-socket-api.md, "Rate
 * limits"). Orders and cancels may use all of it; questions leave a part of it to them. Any thread.
 */
public final class Limits {
  private static final String WEIGHT = "REQUEST_WEIGHT";
  private static final String ORDERS = "ORDERS";
  private static final String RAW = "RAW_REQUESTS";
  private static final int TOO_MANY_ORDERS = -1015;
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  /** How much of a limit questions may use, percent. */
  private static final int FOR_QUESTIONS = 80;

  private final VenueClock clock;
  private final Map<Kind, Window> windows = new HashMap<>();
  private long allUntil;
  private long ordersUntil;

  /** No limit is known yet. */
  public Limits(VenueClock clock) {
    this.clock = clock;
  }

  private record Kind(String type, long millis) {}

  private static final class Window {
    private long limit;
    private long count;
    private long index;

    long count(long nowIndex) {
      return index == nowIndex ? count : 0;
    }

    void set(long newCount, long nowIndex) {
      index = nowIndex;
      count = newCount;
    }
  }

  /** Limits as {@code exchangeInfo} announces them, or as an answer has them, with their counts. */
  public synchronized void heard(JsonNode limits) {
    long now = clock.millis();
    for (JsonNode each : limits) {
      long length = length(each.path("interval").asText()) * each.path("intervalNum").asLong(1);
      if (length > 0) {
        Kind kind = new Kind(each.path("rateLimitType").asText(), length);
        Window window = windows.computeIfAbsent(kind, key -> new Window());
        window.limit = each.path("limit").asLong();
        if (each.has("count")) {
          window.set(each.path("count").asLong(), now / length);
        }
      }
    }
  }

  private static long length(String interval) {
    return switch (interval) {
      case "SECOND" -> TimeUnit.SECONDS.toMillis(1);
      case "MINUTE" -> MINUTE;
      case "HOUR" -> TimeUnit.HOURS.toMillis(1);
      case "DAY" -> TimeUnit.DAYS.toMillis(1);
      default -> 0;
    };
  }

  /** The weight that was used up in this minute, as the header of an answer over REST says. */
  public synchronized void usedWeight(long weight) {
    windows
        .computeIfAbsent(new Kind(WEIGHT, MINUTE), key -> new Window())
        .set(weight, clock.millis() / MINUTE);
  }

  /** A call leaves. */
  public synchronized void sent() {
    count(RAW);
  }

  /** A new order leaves. */
  public synchronized void ordered() {
    count(ORDERS);
  }

  private void count(String type) {
    long now = clock.millis();
    windows.forEach(
        (kind, window) -> {
          if (kind.type().equals(type)) {
            long index = now / kind.millis();
            window.set(window.count(index) + 1, index);
          }
        });
  }

  /** The venue refused something because of a limit. */
  public synchronized void refused(Refusal refusal) {
    long now = clock.millis();
    boolean orders = refusal.code() == TOO_MANY_ORDERS;
    long until = refusal.retryAt() > now ? refusal.retryAt() : now + TimeUnit.SECONDS.toMillis(1);
    if (orders) {
      ordersUntil = Math.max(ordersUntil, until);
    } else {
      allUntil = Math.max(allUntil, until);
    }
  }

  /** The venue asked for patience over REST. */
  public synchronized void wait(Duration patience) {
    allUntil = Math.max(allUntil, clock.millis() + patience.toMillis());
  }

  /** Why no call may leave now, or null. */
  public synchronized @Nullable String problem() {
    return clock.millis() < allUntil
        ? "RATE_LIMIT: until=" + Instant.ofEpochMilli(allUntil) + " by=the venue"
        : null;
  }

  /** Why no new order may leave now, or null. */
  public synchronized @Nullable String orderProblem() {
    long now = clock.millis();
    if (now < ordersUntil) {
      return "ORDER_LIMIT: until=" + Instant.ofEpochMilli(ordersUntil) + " by=the venue";
    }
    for (Map.Entry<Kind, Window> each : windows.entrySet()) {
      Kind kind = each.getKey();
      long used = each.getValue().count(now / kind.millis());
      if (kind.type().equals(ORDERS) && used >= each.getValue().limit) {
        return "ORDER_LIMIT: orders="
            + used
            + " limit="
            + each.getValue().limit
            + " in="
            + Duration.ofMillis(kind.millis());
      }
    }
    return problem();
  }

  /** How long a question of a weight has to wait so that orders and cancels have room. */
  public synchronized Duration pause(int weight) {
    long now = clock.millis();
    long until = Math.max(now, allUntil);
    for (Map.Entry<Kind, Window> each : windows.entrySet()) {
      Kind kind = each.getKey();
      long more = kind.type().equals(WEIGHT) ? weight : kind.type().equals(RAW) ? 1 : 0;
      long index = now / kind.millis();
      boolean full =
          more > 0
              && each.getValue().count(index) + more > each.getValue().limit * FOR_QUESTIONS / 100;
      if (full) {
        until = Math.max(until, (index + 1) * kind.millis());
      }
    }
    return Duration.ofMillis(until - now);
  }
}
