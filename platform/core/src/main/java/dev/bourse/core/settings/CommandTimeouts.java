package dev.bourse.core.settings;

import java.util.concurrent.TimeUnit;

/**
 * How long a command may stay without an answer before its fate counts as unknown, nanoseconds. It
 * is queried before and after that in any case.
 *
 * @param place for new orders
 * @param cancel for cancels and amends
 */
public record CommandTimeouts(long place, long cancel) {
  /** 30 s and 10 s. */
  public static final CommandTimeouts DEFAULTS =
      new CommandTimeouts(TimeUnit.SECONDS.toNanos(30), TimeUnit.SECONDS.toNanos(10));
}
