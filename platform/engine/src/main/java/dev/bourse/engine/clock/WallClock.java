package dev.bourse.engine.clock;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The machine's time. Between looks at the wall, once a second, it follows the monotonic clock; a
 * wall clock that is set back makes time stand still until the wall has caught up, never go back.
 */
public final class WallClock implements TraderClock {
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier wall;
  private final LongSupplier monotonic;
  private long offset;
  private long lookedAt;
  private long last;

  /** The clock of this machine. */
  public WallClock() {
    this(WallClock::wallNanos, System::nanoTime);
  }

  WallClock(LongSupplier wall, LongSupplier monotonic) {
    this.wall = wall;
    this.monotonic = monotonic;
    this.last = Long.MIN_VALUE;
    look(monotonic.getAsLong());
  }

  @Override
  public long now() {
    long nanos = monotonic.getAsLong();
    if (nanos - lookedAt >= LOOK_EVERY) {
      look(nanos);
    }
    last = Math.max(last, nanos + offset);
    return last;
  }

  @Override
  public long nanosUntil(long time) {
    long now = now();
    return time <= now ? 0 : time - now;
  }

  @Override
  public void reach(long time) {
    last = Math.max(last, time);
  }

  private void look(long nanos) {
    offset = wall.getAsLong() - nanos;
    lookedAt = nanos;
  }

  /** The wall clock in nanoseconds since 1970. */
  public static long wallNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
