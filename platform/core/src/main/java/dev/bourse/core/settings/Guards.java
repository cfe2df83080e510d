package dev.bourse.core.settings;

import dev.bourse.api.risk.Breaker;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a trader stops at by itself.
 *
 * @param breakers those that the trader's own file declares; risk modules bring others
 * @param protectWithin how long a position may be without its declared stop, nanoseconds; 0 if
 *     nobody looks
 * @param closeUnprotected whether it is closed then; people are told in any case
 */
public record Guards(List<Breaker> breakers, long protectWithin, boolean closeUnprotected) {
  /** Nothing. */
  public static final Guards NONE = new Guards(List.of(), 0, false);

  /** Keeps its own copy of the list. */
  public Guards {
    breakers = List.copyOf(breakers);
  }

  /** What becomes of a position whose stop was just denied, as the end of a sentence. */
  public String remedy() {
    return watchesProtection() && closeUnprotected
        ? ". The position is closed in "
            + TimeUnit.NANOSECONDS.toSeconds(protectWithin)
            + " s unless a stop works by then"
        : ". The position stays; close it by hand or place a new stop";
  }

  /** Whether positions without their stop are looked for. */
  public boolean watchesProtection() {
    return protectWithin > 0;
  }
}
