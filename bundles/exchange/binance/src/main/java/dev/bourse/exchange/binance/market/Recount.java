package dev.bourse.exchange.binance.market;

import java.time.Duration;

/**
 * The venue numbers what it tells of a symbol, and the numbers rise, until a testnet is emptied or
 * a local venue starts again: then they begin anew. Pure function.
 */
final class Recount {
  /** What comes twice while a connection is replaced is nearer than that. */
  private static final long FAR = 1_000;

  private static final long LATER = Duration.ofSeconds(5).toNanos();

  private Recount() {}

  /**
   * Whether the numbers began anew: far lower, and of a time clearly after the last.
   *
   * @param last the last number that was passed on
   * @param lastAt its time, nanoseconds
   * @param number the one that came
   * @param at its time, nanoseconds
   */
  static boolean isSeen(long last, long lastAt, long number, long at) {
    return last - number > Math.min(FAR, last / 2) && at - lastAt > LATER;
  }
}
