package dev.bourse.core.risk;

import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * When the newest things were sent, as many as the limit has to know: part of the state, so that a
 * restart does not open the window anew. Not thread-safe.
 */
public final class Throttle {
  private final RateLimit limit;
  private final long[] times;
  private int next;
  private int size;

  /** Nothing was sent yet. */
  public Throttle(RateLimit limit) {
    this.limit = limit;
    this.times = new long[limit.known()];
  }

  /** Something was sent. */
  public void add(long time) {
    if (times.length > 0) {
      times[next] = time;
      next = (next + 1) % times.length;
      size = Math.min(size + 1, times.length);
    }
  }

  /** Why one more is too much now, or null. */
  RiskDecision.@Nullable Denied objection(long time) {
    if (times.length == 0) {
      return null;
    }
    RiskDecision.Denied denied = objection(time, limit.atOnce(), 1);
    return denied != null || limit.burst() == 0
        ? denied
        : objection(time, times.length, RateLimit.LONG);
  }

  private RiskDecision.@Nullable Denied objection(long time, int most, int windows) {
    if (size < most) {
      return null;
    }
    long since = time - times[Math.floorMod(next - most, times.length)];
    return since >= windows * limit.window()
        ? null
        : DenialCode.RATE_LIMIT_EXCEEDED.because(
            "sent="
                + most
                + " within="
                + since / 1_000_000
                + "ms limit="
                + most
                + "/"
                + windows * limit.window() / 1_000_000
                + "ms");
  }

  /** Writes the times, oldest first. */
  public void save(StateWriter out) {
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      out.putLong(times[Math.floorMod(next - size + i, times.length)]);
    }
  }

  /** Reads what {@link #save} wrote; with a smaller limit only the newest count. */
  public void load(StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      add(in.getLong());
    }
  }
}
