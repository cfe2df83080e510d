package dev.bourse.api.model;

/**
 * How much of the past a strategy is told before it may trade.
 *
 * @param bars how many finished bars of each of its lengths, 0 if it is a time
 * @param nanos how long a time, 0 if it is a number of bars
 */
public record WarmUp(int bars, long nanos) {
  /** The most bars of one length that are told. */
  public static final int MAX_BARS = 5_000;

  /** Nothing. */
  public static final WarmUp NONE = new WarmUp(0, 0);

  /** Checks the range. */
  public WarmUp {
    if (bars < 0 || bars > MAX_BARS || nanos < 0 || (bars > 0 && nanos > 0)) {
      throw new IllegalArgumentException(
          "warmup of " + bars + " bars is out of range: it must be 1.." + MAX_BARS + ", or a time");
    }
  }

  /**
   * Reads a number of bars such as {@code 200}, or a time such as {@code 36h} or {@code 2d} (of
   * which at most the last {@link #MAX_BARS} bars are told); nothing for an empty text.
   */
  public static WarmUp of(String text) {
    String word = text.strip();
    if (word.isEmpty()) {
      return NONE;
    }
    if (word.matches("[0-9]{1,9}")) {
      return new WarmUp(Integer.parseInt(word), 0);
    }
    try {
      return new WarmUp(0, BarInterval.ofTime(word).nanos());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "warmup \"" + text + "\" must be a number of bars, like 200, or a time, like 36h or 2d",
          e);
    }
  }

  /** Whether nothing is asked for. */
  public boolean isNone() {
    return bars == 0 && nanos == 0;
  }

  /** {@code 200 bars} or {@code 2d}. */
  @Override
  public String toString() {
    return nanos == 0 ? bars + " bars" : new BarInterval(nanos).toString();
  }
}
