package dev.bourse.engine.alert;

import java.time.Duration;

/**
 * How a channel that fails is tried again.
 *
 * @param first the first pause; each is twice the one before
 * @param longest the longest pause
 * @param attempts how often one alert is tried before it is given up
 */
record Retries(Duration first, Duration longest, int attempts) {
  /** From a second to a minute, 20 times: about a quarter of an hour. */
  static final Retries DEFAULT = new Retries(Duration.ofSeconds(1), Duration.ofMinutes(1), 20);

  /** The pause after a number of failures. */
  Duration pause(int failures) {
    Duration pause = first;
    for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
