package dev.bourse.api.strategy;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often a signal strategy is asked: at most once in each interval since 1970-01-01T00:00Z. */
public enum SignalInterval {
  /** 1m. */
  ONE_MINUTE("1m", 1),
  /** 3m. */
  THREE_MINUTES("3m", 3),
  /** 5m. */
  FIVE_MINUTES("5m", 5),
  /** 15m. */
  QUARTER("15m", 15),
  /** 30m. */
  HALF_HOUR("30m", 30),
  /** 1h. */
  ONE_HOUR("1h", 60);

  private final String word;
  private final long nanos;

  SignalInterval(String word, long minutes) {
    this.word = word;
    this.nanos = TimeUnit.MINUTES.toNanos(minutes);
  }

  /** Reads {@code 15m}; throws {@link IllegalArgumentException} that names what there is. */
  public static SignalInterval of(String text) {
    for (SignalInterval each : values()) {
      if (each.word.equals(text)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "interval=" + text + " must be one of " + words().collect(Collectors.joining(", ")));
  }

  private static Stream<String> words() {
    return Arrays.stream(values()).map(SignalInterval::toString);
  }

  /** The end of the interval that contains a time, both in nanoseconds. */
  public long end(long time) {
    return (Math.floorDiv(time, nanos) + 1) * nanos;
  }

  /** {@code 15m}. */
  @Override
  public String toString() {
    return word;
  }
}
