package dev.bourse.engine.config;

import dev.bourse.core.settings.Purge;
import java.time.Duration;

/** The keys {@code purge.*} as values. */
final class PurgeKeys {
  private PurgeKeys() {}

  static Purge of(TraderConfig config) {
    long orders =
        read("purge.orders", config.purge_orders(), Duration.ofHours(1), Duration.ofDays(365));
    long flows =
        read("purge.flows", config.purge_flows(), Duration.ofDays(7), Duration.ofDays(3_650));
    String interval = config.purge_interval();
    if (interval.strip().equals("off")) {
      return Purge.NONE;
    }
    try {
      return new Purge(
          read("purge.interval", interval, Duration.ofMinutes(1), Duration.ofDays(1)),
          orders,
          flows);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or off", e);
    }
  }

  private static long read(String key, String text, Duration least, Duration most) {
    Duration time = Durations.read(key, text);
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          key + "=" + text + " must be " + words(least) + " to " + words(most));
    }
    return time.toNanos();
  }

  private static String words(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + "d";
    }
    return time.toHours() > 0 ? time.toHours() + "h" : time.toMinutes() + "m";
  }
}
