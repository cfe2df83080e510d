package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
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
  private long ordersUnderWay;

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

  /** A call leaves: what it uses up counts at once. */
  synchronized void leaves(Cost cost) {
    weights.leaves(cost.weight());
    ordersUnderWay += cost.orders();
  }

  /**
   * A call was answered, or never will be.
   *
   * @param told the counts that its answer brought: without them its orders are counted here
   */
  synchronized void landed(Cost cost, JsonNode told) {
    heard(told);
    boolean counted = false;
    for (JsonNode each : told) {
      counted |= each.path("rateLimitType").asText().equals(ORDERS);
    }
    if (!counted && cost.orders() > 0) {
      windows.count(ORDERS, cost.orders(), clock.millis());
    }
    ordersUnderWay -= cost.orders();
    weights.landed(cost.weight());
  }

  /**
   * How long a command has to wait until it is not one too many: never refused by the venue for
   * that, and never a step towards a ban.
   */
  public synchronized Duration room(Cost cost) {
    long now = clock.millis();
    Duration weight = weights.room(cost.weight());
    Duration orders = Duration.ofMillis(windows.free(demands(cost), now) - now);
    return cost.orders() == 0 || weight.compareTo(orders) > 0 ? weight : orders;
  }

  private Function<Windows.Kind, Windows.Demand> demands(Cost cost) {
    return kind -> new Windows.Demand(cost.orders(), ordersUnderWay);
  }

  /** What stands in the way of a command, with its numbers; empty if nothing does. */
  public synchronized String shortage(Cost cost) {
    String orders = cost.orders() == 0 ? "" : windows.shortage(demands(cost), clock.millis());
    return orders.isEmpty() ? weights.shortage(cost.weight()) : "ORDER_LIMIT: " + orders;
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

  /** The venue asked for patience with its other interface, which knows wallets. */
  public void waitAtWallet(Duration patience) {
    weights.waitAtWallet(patience);
  }

  /** How long the venue's other interface may not be asked. */
  public Duration walletBan() {
    return weights.walletBan();
  }

  /** How long no call at all may leave. */
  public Duration ban() {
    return weights.ban();
  }

  /** Why no call may leave now, or null. */
  public @Nullable String problem() {
    return weights.problem();
  }

  /** Why the venue wants no new order now, or null. */
  public synchronized @Nullable String orderProblem() {
    return clock.millis() < ordersUntil
        ? "ORDER_LIMIT: until=" + Instant.ofEpochMilli(ordersUntil) + " by=the venue"
        : problem();
  }

  /** What is shared with everybody who asks the same host. */
  public Weights weights() {
    return weights;
  }

  /** How long a question of a weight has to wait so that orders and cancels have room. */
  public Duration pause(int weight) {
    return weights.pause(weight);
  }
}
