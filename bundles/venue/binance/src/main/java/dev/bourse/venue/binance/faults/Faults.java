package dev.bourse.venue.binance.faults;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that are still to happen, in the order in which they were added. */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();
  private long clockOffset;

  /** One more. */
  public void add(Fault fault) {
    waiting.add(fault);
  }

  /** None any more; the clock is right again. */
  public void clear() {
    waiting.clear();
    clockOffset = 0;
  }

  /** What is still to happen. */
  public List<Fault> list() {
    return List.copyOf(waiting);
  }

  /** How wrong the venue's clock is, nanoseconds. */
  public long clockOffset() {
    return clockOffset;
  }

  /** Sets the venue's clock wrong. */
  public void setClockOffset(long nanos) {
    clockOffset = nanos;
  }

  /** The fault that happens to a call, a stream or an event of this name now, or null. */
  public @Nullable Fault next(String name) {
    for (int i = 0; i < waiting.size(); i++) {
      Fault fault = waiting.get(i);
      if (fault.isAt(name)) {
        if (fault.times() == 1) {
          waiting.remove(i);
        } else if (fault.times() > 1) {
          waiting.set(i, fault.repeated(fault.times() - 1));
        }
        return fault;
      }
    }
    return null;
  }
}
