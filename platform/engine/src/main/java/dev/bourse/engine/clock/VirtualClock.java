package dev.bourse.engine.clock;

import java.util.function.LongSupplier;

/**
 * The time of recorded data: it begins at the first time that it {@link #reach reaches}, runs at a
 * multiple of real time, or as fast as the data comes, and {@link #end ends} with the data.
 */
public final class VirtualClock implements TraderClock {
  private final Speed speed;
  private final LongSupplier monotonic;
  private boolean running;
  private long anchor;
  private long anchoredAt;
  private long last = Long.MIN_VALUE;

  /** A clock that waits for its first time. */
  public VirtualClock(Speed speed) {
    this(speed, System::nanoTime);
  }

  VirtualClock(Speed speed, LongSupplier monotonic) {
    this.speed = speed;
    this.monotonic = monotonic;
  }

  @Override
  public long now() {
    if (running && !speed.unlimited()) {
      last = Math.max(last, anchor + speed.virtual(monotonic.getAsLong() - anchoredAt));
    }
    return last;
  }

  @Override
  public long nanosUntil(long time) {
    if (speed.unlimited() || !running) {
      return 0;
    }
    long now = now();
    return time <= now ? 0 : speed.real(time - now);
  }

  @Override
  public void reach(long time) {
    if (!running) {
      running = true;
      anchor = time;
      anchoredAt = monotonic.getAsLong();
    }
    last = Math.max(last, time);
  }

  /** Stands at that time even if it was read a little later, as it may be at a high speed. */
  @Override
  public void end(long time) {
    running = false;
    last = time;
  }
}
