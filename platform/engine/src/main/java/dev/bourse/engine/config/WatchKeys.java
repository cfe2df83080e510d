package dev.bourse.engine.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys {@code timeout.*}, {@code inflight.*} and {@code watch.*} as values.
 *
 * @param place how long a new order may be without an answer
 * @param cancel the same for a cancel or a change
 * @param report how long a report may stay out that no watcher asked for
 * @param inFlightInterval how often commands without an answer are looked at
 * @param inFlightThreshold how old one must be to be queried
 * @param inFlightRetries how many queries prove nothing before people hear of it once more
 * @param inFlightCancels whether an entry is cancelled then
 * @param watchers what asks the venues of silent accounts
 * @param audit how often an account is compared however much its stream tells; null for never
 * @param retries how many of those reports may stay out in a row
 * @param patience how long accounts may take on their way up and down
 */
public record WatchKeys(
    Duration place,
    Duration cancel,
    Duration report,
    Duration inFlightInterval,
    Duration inFlightThreshold,
    int inFlightRetries,
    boolean inFlightCancels,
    AccountWatchers watchers,
    @Nullable Duration audit,
    int retries,
    Patience patience) {
  /** What counts where a file says nothing. */
  public static final WatchKeys DEFAULTS =
      new WatchKeys(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          5,
          false,
          AccountWatchers.DEFAULTS,
          Duration.ofMinutes(5),
          3,
          Patience.DEFAULTS);

  static WatchKeys of(TraderConfig config) {
    return new WatchKeys(
        Durations.read("timeout.place", config.timeout_place()),
        Durations.read("timeout.cancel", config.timeout_cancel()),
        Durations.read("timeout.report", config.timeout_report()),
        Durations.read("inflight.interval", config.inflight_interval()),
        Durations.read("inflight.threshold", config.inflight_threshold()),
        config.inflight_retries(),
        config.inflight_exhausted().equals("cancel"),
        AccountWatchers.of(config),
        Durations.orOff("watch.audit", config.watch_audit()),
        config.watch_retries(),
        Patience.of(config));
  }

  /** The same with other times on the way up and down. */
  public WatchKeys with(Patience other) {
    return new WatchKeys(
        place,
        cancel,
        report,
        inFlightInterval,
        inFlightThreshold,
        inFlightRetries,
        inFlightCancels,
        watchers,
        audit,
        retries,
        other);
  }
}
