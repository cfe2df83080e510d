package dev.bourse.engine.journal;

import java.time.Duration;

/**
 * How long a journal writer may wait, and how much it may hold.
 *
 * @param flushInterval how long an unimportant turn may stay unforced
 * @param commandMaxAge how old an order may be when it leaves
 * @param maxTurns how many turns may wait
 * @param maxBytes how many bytes may wait
 */
public record WriterLimits(
    Duration flushInterval, Duration commandMaxAge, int maxTurns, long maxBytes) {
  /** 50 ms, 5 s, 65,536 turns, 64 MiB. */
  public static final WriterLimits DEFAULT =
      new WriterLimits(Duration.ofMillis(50), Duration.ofSeconds(5), 65_536, 64L << 20);

  /** Checks that all are above zero. */
  public WriterLimits {
    if (flushInterval.isNegative() || flushInterval.isZero()) {
      throw new IllegalArgumentException("flush.interval=" + flushInterval + " must be above zero");
    }
    if (commandMaxAge.isNegative() || commandMaxAge.isZero()) {
      throw new IllegalArgumentException(
          "command.max-age=" + commandMaxAge + " must be above zero");
    }
  }
}
