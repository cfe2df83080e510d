package dev.bourse.exchange.binance.call;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Questions of an account go in portions: a tenth of what the venue allows in a minute in any six
 * seconds, so that hundreds of them, a report of many symbols or queries of many orders, leave room
 * at any moment. A single question that weighs more goes alone. Any thread.
 */
public final class Portions {
  /** In any so long, no more than one portion is asked. */
  private static final long APART = Duration.ofSeconds(6).toMillis();

  /** A portion's part of what is allowed in a minute. */
  private static final int PARTS = 10;

  private final Weights weights;
  private final ArrayDeque<Asked> recent = new ArrayDeque<>();
  private long sum;

  /** A question that was asked at a time in milliseconds. */
  private record Asked(long time, int weight) {}

  /** Nothing was asked yet. */
  public Portions(Weights weights) {
    this.weights = weights;
  }

  /**
   * Counts a question of a weight as asked now and returns zero, or returns how long it has to wait
   * before it may be tried again. Without a known limit nothing waits.
   */
  public synchronized Duration take(int weight) {
    long now = weights.clock().ours() / 1_000_000;
    while (!recent.isEmpty() && isPast(recent.peekFirst(), now)) {
      sum -= recent.removeFirst().weight();
    }
    long limit = weights.limit();
    if (limit > 0 && !recent.isEmpty() && sum + weight > limit / PARTS) {
      return Duration.ofMillis(untilRoom(limit / PARTS - weight) + APART - now);
    }
    if (limit > 0 && weight > 0) {
      recent.addLast(new Asked(now, weight));
      sum += weight;
    }
    return Duration.ZERO;
  }

  /** A clock that was set back must not stop questions for longer than usual. */
  private static boolean isPast(Asked asked, long now) {
    return now - asked.time() >= APART || now < asked.time();
  }

  /** When that was asked without which no more than so much is left. */
  private long untilRoom(long most) {
    long left = sum;
    long time = 0;
    for (Asked each : recent) {
      time = each.time();
      left -= each.weight();
      if (left <= Math.max(0, most)) {
        break;
      }
    }
    return time;
  }
}
