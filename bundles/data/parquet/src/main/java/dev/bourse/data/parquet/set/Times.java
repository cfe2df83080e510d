package dev.bourse.data.parquet.set;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Times in words. */
public final class Times {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private Times() {}

  /** The UTC time of nanoseconds since 1970. */
  public static String text(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
        .toString();
  }
}
