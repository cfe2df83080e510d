package dev.bourse.itests.karaf;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions outside of this process, which cannot tell us when they come true. */
final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Patience() {}

  /** Returns once the condition holds; fails with the description if it never does. */
  static void until(String description, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Not within " + LIMIT + ": " + description);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
