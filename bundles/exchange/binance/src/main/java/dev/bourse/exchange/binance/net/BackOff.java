package dev.bourse.exchange.binance.net;

import java.time.Duration;

/** Pauses between questions that double: 1, 2, 4 ... 60 seconds. */
public final class BackOff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(60);

  private Duration next = FIRST;

  /** Nothing failed yet. */
  public BackOff() {}

  /** The next pause, or a longer one that was asked for. */
  public Duration next(Duration wish) {
    Duration pause = next.compareTo(wish) < 0 ? wish : next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(MOST) > 0 ? MOST : doubled;
    return pause;
  }
}
