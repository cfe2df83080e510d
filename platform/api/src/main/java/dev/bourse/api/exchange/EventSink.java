package dev.bourse.api.exchange;

import dev.bourse.api.event.VenueEvent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what an adapter reports. Callable from any thread, never blocks.
 *
 * <p>Market data may be conflated or turned into a marked gap when the trader is slower. Everything
 * else is kept; if there is no room, the connection counts as lost.
 */
@ProviderType
public interface EventSink {
  /** Hands over an event; false if this connection was closed and nothing is taken any more. */
  boolean accept(VenueEvent event);
}
