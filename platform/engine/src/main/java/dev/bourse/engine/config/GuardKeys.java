package dev.bourse.engine.config;

import dev.bourse.api.model.TradingMode;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.core.settings.Guards;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The keys {@code loss.*}, {@code day.zone}, {@code protect.within} and {@code unprotected} as
 * values.
 *
 * @param lossLimit what an account may lose in a day; empty for no limit
 * @param flatten whether positions are closed then
 * @param zone where days begin
 * @param protectWithin how long a position may be without its declared stop; zero if nobody looks
 * @param closeUnprotected whether it is closed then
 */
public record GuardKeys(
    Optional<LossLimit> lossLimit,
    boolean flatten,
    ZoneId zone,
    Duration protectWithin,
    boolean closeUnprotected) {
  /** What counts where a file says nothing. */
  public static final GuardKeys DEFAULTS =
      new GuardKeys(Optional.empty(), false, ZoneId.of("UTC"), Duration.ofSeconds(10), false);

  private static final String LIMIT = "loss.limit";

  /** How often the trader's own limit is looked at. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Duration LEAST_WITHIN = Duration.ofSeconds(1);
  private static final Duration MOST_WITHIN = Duration.ofMinutes(10);

  static GuardKeys of(TraderConfig config) {
    return new GuardKeys(
        limit(config.loss_limit()),
        config.loss_action().equals("flatten"),
        zone(config.day_zone()),
        within(config.protect_within()),
        closes(config));
  }

  private static boolean closes(TraderConfig config) {
    boolean live = TradingMode.of(config.mode()) == TradingMode.LIVE;
    return config.unprotected().isEmpty() ? live : config.unprotected().equals("close");
  }

  private static Duration within(String text) {
    if (text.strip().equals("off")) {
      return Duration.ZERO;
    }
    String key = "protect.within";
    Duration time;
    try {
      time = Durations.read(key, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or off", e);
    }
    if (time.compareTo(LEAST_WITHIN) < 0 || time.compareTo(MOST_WITHIN) > 0) {
      throw new IllegalArgumentException(key + "=" + text + " must be 1s to 10m, or off");
    }
    return time;
  }

  private static Optional<LossLimit> limit(String text) {
    if (text.isBlank() || text.strip().equals("none")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LossLimit.of(LIMIT, text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or none", e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "day.zone=" + text + " is no time zone: write one like UTC or Europe/Berlin", e);
    }
  }

  /** What is missing for a live trader, empty for nothing. */
  static Optional<String> objection(TraderConfig config) {
    return config.loss_limit().isBlank()
        ? Optional.of(
            "mode=live needs a loss limit: write what an account may lose in a day before entries"
                + " stop, like loss.limit=5% or loss.limit=500, or loss.limit=none if nothing is to"
                + " stop it")
        : Optional.empty();
  }

  /** What the core is told. */
  public Guards settings() {
    return new Guards(
        lossLimit
            .map(each -> new Breaker(LIMIT, new Breaker.Day(zone), each, INTERVAL, flatten))
            .map(List::of)
            .orElse(List.of()),
        protectWithin.toNanos(),
        closeUnprotected);
  }
}
