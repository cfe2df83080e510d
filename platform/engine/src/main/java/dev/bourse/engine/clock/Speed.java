package dev.bourse.engine.clock;

/**
 * How much faster than real time recorded data runs.
 *
 * @param factor virtual seconds per real second, above zero; infinite for as fast as it goes
 */
public record Speed(double factor) {
  /** As fast as it goes. */
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  /** Checks the range. */
  public Speed {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("speed=" + factor + " must be above zero");
    }
  }

  /** Reads {@code 60}, {@code 60x} or {@code max}. */
  public static Speed of(String text) {
    String word = text.strip();
    if (word.equals("max")) {
      return MAX;
    }
    try {
      return new Speed(
          Double.parseDouble(word.endsWith("x") ? word.substring(0, word.length() - 1) : word));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "speed=" + text + " must be a factor such as 60 or 0.5, or max", e);
    }
  }

  boolean unlimited() {
    return Double.isInfinite(factor);
  }

  long virtual(long realNanos) {
    return (long) (realNanos * factor);
  }

  long real(long virtualNanos) {
    return (long) Math.ceil(virtualNanos / factor);
  }
}
