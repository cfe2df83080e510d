package dev.bourse.venue.binance.server;

import java.time.Duration;

/**
 * How WebSockets are kept alive.
 *
 * @param ping how often the venue pings
 * @param patience how long it waits for an answer to any ping
 * @param life how long a connection may last
 */
public record Heartbeat(Duration ping, Duration patience, Duration life) {
  /** As Binance does it. */
  public static final Heartbeat USUAL =
      new Heartbeat(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofHours(24));
}
