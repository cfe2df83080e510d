package dev.bourse.engine.loop;

import dev.bourse.engine.clock.TraderClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A wall clock whose hands a test moves, from any thread. */
final class HandClock implements TraderClock {
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(1);

  private final AtomicLong now;

  HandClock(long start) {
    now = new AtomicLong(start);
  }

  @Override
  public long now() {
    return now.get();
  }

  @Override
  public long nanosUntil(long time) {
    return time <= now.get() ? 0 : LOOK_AGAIN;
  }

  @Override
  public void reach(long time) {
    now.accumulateAndGet(time, Math::max);
  }
}
