package dev.bourse.api.persistence;

import java.time.Duration;

/**
 * How long the archive keeps what the journal has released, by class of record. Age is counted on
 * the entries' own clock, back from the newest one, so that recorded data keeps its past as live
 * data does. A backend may keep more, because it drops whole files; it never drops anything younger
 * than this, nor anything that is not released.
 *
 * @param market {@link EntryKind#MARKET}: zero for nothing, {@link #FOREVER} for as long as the
 *     decisions
 * @param decisions everything else; above zero
 */
public record Retention(Duration market, Duration decisions) {
  /** Longer than any archive lasts. */
  public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  /** Everything stays. */
  public static final Retention ALL = new Retention(FOREVER, FOREVER);

  /** Decisions stay, market data goes as soon as it may. */
  public static final Retention DECISIONS = new Retention(Duration.ZERO, FOREVER);

  /** Checks the durations; throws {@link IllegalArgumentException} with a sentence. */
  public Retention {
    if (market.isNegative()) {
      throw new IllegalArgumentException("a retention of market data of " + market + " is below 0");
    }
    if (decisions.isNegative() || decisions.isZero()) {
      throw new IllegalArgumentException(
          "a retention of decisions of " + decisions + " must be above 0");
    }
  }

  /** Whether an entry may be dropped. */
  public boolean isOver(EntryKind kind, long time, long newest) {
    return time < (kind == EntryKind.MARKET ? marketFrom(newest) : decisionsFrom(newest));
  }

  /**
   * The time from which market data stays, nanoseconds: {@link Long#MIN_VALUE} for all of it,
   * {@link Long#MAX_VALUE} for none.
   */
  public long marketFrom(long newest) {
    return market.isZero()
        ? Long.MAX_VALUE
        : Math.max(before(newest, market), decisionsFrom(newest));
  }

  /** The time from which everything else stays; {@link Long#MIN_VALUE} for all of it. */
  public long decisionsFrom(long newest) {
    return before(newest, decisions);
  }

  private static long before(long newest, Duration age) {
    if (age.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0) {
      return Long.MIN_VALUE;
    }
    long nanos = age.toNanos();
    return newest < Long.MIN_VALUE + nanos ? Long.MIN_VALUE : newest - nanos;
  }
}
