package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the venue allows an account and how much of it is used up, as its answers say
 * (web-socket-api.md, "Rate limits"): orders count for the account, everything else for the address
 * that it is asked from. Any thread.
 */
public final class Limits {
  private static final String ORDERS = "ORDERS";
  private static final int TOO_MANY_ORDERS = -1015;
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final VenueClock clock;
  private final Weights weights;
  private final Windows windows = new Windows();
  private long ordersUntil;

  /**
   * No limit is known yet.
   *
   * @param weights what is shared with everybody who asks the same host
   */
  public Limits(Weights weights) {
    this.clock = weights.clock();
    this.weights = weights;
  }

  /** Limits as {@code exchangeInfo} announces them, or as an answer has them, with their counts. */
  public synchronized void heard(JsonNode limits) {
    weights.heard(limits);
    for (JsonNode each : limits) {
      if (each.path("rateLimitType").asText().equals(ORDERS)) {
        windows.heard(each, clock.millis());
      }
    }
  }

  /** The weight that was used up in this minute, as the header of an answer over REST says. */
  public void usedWeight(long weight) {
    weights.used(weight);
  }

  /** A call leaves. */
  public void sent() {
    weights.sent();
  }

  /** A new order leaves. */
  public synchronized void ordered() {
    windows.count(ORDERS, clock.millis());
  }

  /** The venue refused something because of a limit. */
  public synchronized void refused(Refusal refusal) {
    long now = clock.millis();
    Duration wanted = refusal.patience(now);
    Duration patience = wanted.isZero() ? SHORTEST : wanted;
    if (refusal.code() == TOO_MANY_ORDERS) {
      ordersUntil = Math.max(ordersUntil, now + Weights.bounded(patience));
    } else {
      weights.wait(patience);
    }
  }

  /** The venue asked for patience over REST. */
  public void wait(Duration patience) {
    weights.wait(patience);
  }

  /** How long no call at all may leave. */
  public Duration ban() {
    return weights.ban();
  }

  /** Why no call may leave now, or null. */
  public @Nullable String problem() {
    return weights.problem();
  }

  /** Why no new order may leave now, or null. */
  public synchronized @Nullable String orderProblem() {
    long now = clock.millis();
    if (now < ordersUntil) {
      return "ORDER_LIMIT: until=" + Instant.ofEpochMilli(ordersUntil) + " by=the venue";
    }
    for (Map.Entry<Windows.Kind, Windows.Window> each : windows.all().entrySet()) {
      long millis = each.getKey().millis();
      long used = each.getValue().count(now / millis);
      if (used >= each.getValue().limit()) {
        return "ORDER_LIMIT: orders="
            + used
            + " limit="
            + each.getValue().limit()
            + " in="
            + Duration.ofMillis(millis);
      }
    }
    return problem();
  }

  /** How long a question of a weight has to wait so that orders and cancels have room. */
  public Duration pause(int weight) {
    return weights.pause(weight);
  }
}
