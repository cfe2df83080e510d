package dev.bourse.engine.clock;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's time. Between looks at the wall, once a second, it follows the monotonic clock.
 *
 * <p>It never goes back. While the wall is behind, because it was set back or because what was
 * journaled is ahead of it, time goes on at half its pace until the wall has caught up: what waits
 * for a time waits at most twice as long, and an hour's mistake is gone after two.
 */
public final class WallClock implements TraderClock {
  private static final Logger LOG = LoggerFactory.getLogger(WallClock.class);
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final long WORTH_A_WORD = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier wall;
  private final LongSupplier monotonic;
  private long offset;
  private long lookedAt;
  private long last;
  private long saidAt;
  private long behind;

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
    long atTheWall = nanos + offset;
    if (atTheWall >= last) {
      last = atTheWall;
      saidAt = nanos;
    } else {
      long half = (nanos - saidAt) / 2;
      last += half;
      saidAt += 2 * half;
    }
    return last;
  }

  @Override
  public long nanosUntil(long time) {
    long now = now();
    if (time <= now) {
      return 0;
    }
    boolean halved = now > saidAt + offset && time - now <= Long.MAX_VALUE / 2;
    return halved ? 2 * (time - now) : time - now;
  }

  @Override
  public String note() {
    return behind < WORTH_A_WORD
        ? ""
        : "the machine's clock is "
            + TimeUnit.NANOSECONDS.toSeconds(behind)
            + " s behind the trader's time: it was set back, or was ahead before; time goes on at"
            + " half its pace until it has caught up";
  }

  @Override
  public void reach(long time) {
    if (time > last) {
      last = time;
      saidAt = monotonic.getAsLong();
    }
  }

  private void look(long nanos) {
    offset = wall.getAsLong() - nanos;
    lookedAt = nanos;
    boolean known = behind >= WORTH_A_WORD;
    behind = last == Long.MIN_VALUE ? 0 : Math.max(0, last - nanos - offset);
    if (!known && behind >= WORTH_A_WORD) {
      LOG.warn("Clock: {}", note());
    }
  }

  /** The wall clock in nanoseconds since 1970. */
  public static long wallNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
