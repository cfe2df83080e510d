package dev.bourse.exchange.binance.call;

import java.util.function.LongSupplier;

/** The venue's time, from ours and the offset that the venue's last answer proved. Any thread. */
public final class VenueClock {
  private static final long MILLI = 1_000_000L;
  private static final long LONGEST = 2_000 * MILLI;

  private final LongSupplier ours;
  private volatile long offset;
  private volatile boolean known;

  /**
   * A clock that is ours until the venue said its time.
   *
   * @param ours our time, nanoseconds since 1970
   */
  public VenueClock(LongSupplier ours) {
    this.ours = ours;
  }

  /**
   * The venue said its time: half of what the answer took is counted as the way back. An answer
   * that took too long says nothing new.
   *
   * @param venue its time
   * @param sentAt our time when it was asked
   * @param heardAt our time when the answer came
   */
  public void heard(long venue, long sentAt, long heardAt) {
    if (known && heardAt - sentAt > LONGEST) {
      return;
    }
    offset = venue - (sentAt + (heardAt - sentAt) / 2);
    known = true;
  }

  /** Our time, nanoseconds since 1970. */
  public long ours() {
    return ours.getAsLong();
  }

  /** The venue's time in milliseconds, for requests. */
  public long millis() {
    return Math.floorDiv(ours.getAsLong() + offset, MILLI);
  }

  /** How far the venue's clock is ahead of ours, nanoseconds; negative if it is behind. */
  public long offset() {
    return offset;
  }

  /** Whether the venue ever said its time. */
  public boolean isKnown() {
    return known;
  }
}
