package dev.bourse.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that only tests move, in nanoseconds. Any thread may read it. */
public final class ManualClock implements LongSupplier {
  private final AtomicLong now;

  /** A clock that stands at the given time. */
  public ManualClock(long now) {
    this.now = new AtomicLong(now);
  }

  /** The time it stands at. */
  public long now() {
    return now.get();
  }

  @Override
  public long getAsLong() {
    return now();
  }

  /** Moves on and returns the new time. */
  public long advance(Duration step) {
    return now.addAndGet(step.toNanos());
  }

  /** Stands at another time, also an earlier one: wall clocks do that. */
  public void set(long time) {
    now.set(time);
  }
}
