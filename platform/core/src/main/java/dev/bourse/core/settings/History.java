package dev.bourse.core.settings;

/**
 * What is written down of orders and positions, so that their past can be asked for.
 *
 * @param changes whether each of them is, at the end of every turn that changes it
 * @param interval how often those are that live or are open, nanoseconds; 0 for never
 */
public record History(boolean changes, long interval) {
  /** Nothing. */
  public static final History NONE = new History(false, 0);

  /** Whether nothing is written down. */
  public boolean isOff() {
    return !changes && interval == 0;
  }
}
