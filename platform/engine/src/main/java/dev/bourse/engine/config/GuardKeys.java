package dev.bourse.engine.config;

import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.core.settings.Guards;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The keys {@code loss.*} and {@code day.zone} as values.
 *
 * @param lossLimit what an account may lose in a day; empty for no limit
 * @param flatten whether positions are closed then
 * @param zone where days begin
 */
public record GuardKeys(Optional<LossLimit> lossLimit, boolean flatten, ZoneId zone) {
  /** What counts where a file says nothing. */
  public static final GuardKeys DEFAULTS = new GuardKeys(Optional.empty(), false, ZoneId.of("UTC"));

  private static final String LIMIT = "loss.limit";

  /** How often the trader's own limit is looked at. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  static GuardKeys of(TraderConfig config) {
    return new GuardKeys(
        limit(config.loss_limit()),
        config.loss_action().equals("flatten"),
        zone(config.day_zone()));
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
            .orElse(List.of()));
  }
}
