package dev.bourse.engine.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one thing of an account is watched.
 *
 * @param interval how long its stream may be silent before the venue is asked; null if it is not
 *     watched
 * @param timeout how long the answer may stay out
 * @param retries how many answers may stay out in a row, 1 to 100; 0 for as many as there are
 */
public record WatcherKeys(@Nullable Duration interval, Duration timeout, int retries) {
  static WatcherKeys of(String name, String interval, String timeout, int retries) {
    return new WatcherKeys(
        Durations.orOff("watch." + name, interval),
        Durations.read("timeout." + name, timeout),
        retries);
  }
}
