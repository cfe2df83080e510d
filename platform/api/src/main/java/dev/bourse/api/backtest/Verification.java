package dev.bourse.api.backtest;

import java.util.List;

/**
 * Whether a strategy could have known the future: its decisions over all data, compared with those
 * over data that ends earlier.
 *
 * @param orders how many orders the whole run has
 * @param fills how many fills it has
 * @param cuts what the shorter runs gave, the earliest first; the last one is the whole run again
 */
public record Verification(int orders, int fills, List<Cut> cuts) {
  /** Keeps a copy. */
  public Verification {
    cuts = List.copyOf(cuts);
  }

  /** Whether no past order changed. */
  public boolean holds() {
    return cuts.stream().allMatch(cut -> cut.difference().isEmpty());
  }

  /**
   * One shorter run.
   *
   * @param time the trader's clock at its end, nanoseconds
   * @param orders how many orders were compared
   * @param fills how many fills were compared
   * @param difference a sentence about the first order or fill that is not the same; empty without
   */
  public record Cut(long time, int orders, int fills, String difference) {}
}
