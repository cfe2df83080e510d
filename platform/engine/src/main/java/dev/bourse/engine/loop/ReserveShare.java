package dev.bourse.engine.loop;

import java.util.concurrent.TimeUnit;

/**
 * What market data may use of a full disk's reserve: most of it soon, when people are on their way,
 * and half as much with each hour that passes, so that it never quite ends. Loop only.
 */
final class ReserveShare {
  /** An hour by the logarithm of two: what is left shrinks by this share of itself. */
  private static final long SPENT_IN = TimeUnit.SECONDS.toNanos(5_194);

  private static final long EARN_EVERY = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(1);
  private static final long AT_ONCE = 16_384;

  /** What a turn of a trade or a quote takes, about. */
  private static final long TURN = 100;

  private long left;
  private long spendable;
  private long earnedAt;

  /**
   * A share that nothing was used of.
   *
   * @param bytes how many there are
   * @param now {@link System#nanoTime}
   */
  ReserveShare(long bytes, long now) {
    spendable = Math.min(bytes, AT_ONCE);
    left = bytes - spendable;
    earnedAt = now;
  }

  /** How many turns a second that is at first, about. */
  static long turnsPerSecond(long bytes) {
    return bytes * TimeUnit.SECONDS.toNanos(1) / SPENT_IN / TURN;
  }

  /** Whether something more may be shown now. */
  boolean allows(long now) {
    long passed = now - earnedAt;
    if (passed >= EARN_EVERY) {
      earnedAt = now;
      long earned = left * Math.min(passed, LONGEST_PAUSE) / SPENT_IN;
      earned = Math.min(earned, AT_ONCE - spendable);
      left -= earned;
      spendable += earned;
    }
    return spendable > 0;
  }

  /** So many bytes were written. */
  void used(long bytes) {
    spendable -= bytes;
  }
}
