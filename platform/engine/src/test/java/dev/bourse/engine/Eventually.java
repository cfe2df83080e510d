package dev.bourse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits on a condition of another thread. */
public final class Eventually {
  private Eventually() {}

  /** Returns when the condition holds; fails after a minute. */
  public static void waitUntil(String what, BooleanSupplier condition) {
    waitUntil(() -> what, condition);
  }

  /** The same with a text that is made when it failed. */
  public static void waitUntil(Supplier<String> what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as(() -> "waited too long until " + what.get())
          .isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
