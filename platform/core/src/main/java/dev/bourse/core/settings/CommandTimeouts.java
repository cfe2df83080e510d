package dev.bourse.core.settings;

import java.util.concurrent.TimeUnit;

/**
 * How long a command may stay without an answer before its fate counts as unknown, nanoseconds. It
 * is queried before and after that in any case.
 *
 * @param place for new orders
 * @param cancel for cancels and amends
 * @param queries after how many queries that prove nothing people hear of it once more
 * @param cancels whether an entry of which that is true is cancelled, for it may be there
 */
public record CommandTimeouts(long place, long cancel, int queries, boolean cancels) {
  /** 30 s, 10 s, and people hear of it after five queries. */
  public static final CommandTimeouts DEFAULTS =
      new CommandTimeouts(TimeUnit.SECONDS.toNanos(30), TimeUnit.SECONDS.toNanos(10), 5, false);
}
