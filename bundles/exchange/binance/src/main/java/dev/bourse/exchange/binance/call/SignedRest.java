package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.time.Duration;

/**
 * Asks with a key over REST (rest-api.md, "SIGNED Endpoint Examples"). Blocks; any thread.
 *
 * @param rest the way to ask
 * @param credentials signs
 */
public record SignedRest(HttpRest rest, Credentials credentials) {
  /** The answer's text. */
  public String get(String path, Params params) throws RestException {
    return rest.get(path, credentials.query(params), credentials.key().name());
  }

  /** Learns the venue's time. */
  public void tellTime(VenueClock clock) throws RestException {
    long sentAt = clock.ours();
    String text = rest.get("/api/v3/time");
    try {
      long venue = VenueTime.nanos(Json.read(text).path("serverTime").asLong());
      clock.heard(venue, sentAt, clock.ours());
    } catch (JsonProcessingException e) {
      throw new RestException(
          "the venue's time is no JSON: " + e.getOriginalMessage(), 0, true, Duration.ZERO);
    }
  }
}
