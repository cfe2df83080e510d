package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.time.Duration;

/**
 * Asks with a key over REST (rest-api.md, "SIGNED Endpoint Examples"), and heeds where the venue
 * wants to be left alone: its other interface, which knows wallets, has limits of its own (wallet
 * documents, "LIMITS"), so that too much asked there stops no order. Blocks; any thread.
 *
 * @param rest the way to ask
 * @param credentials signs
 * @param limits what the venue allows
 */
public record SignedRest(HttpRest rest, Credentials credentials, Limits limits) {
  private static final String WALLET = "/sapi/";

  /** Of an address that is banned, everywhere. */
  private static final int BANNED = 418;

  /** The answer's text. */
  public String get(String path, Params params) throws RestException {
    Duration ban = isWallet(path) ? limits.walletBan() : Duration.ZERO;
    if (!ban.isZero()) {
      throw new RestException(
          path + " is not asked now: the venue wants to be left alone there for " + ban,
          0,
          true,
          ban);
    }
    try {
      return rest.get(path, credentials.query(params), credentials.key().name());
    } catch (RestException e) {
      heed(path, e);
      throw e;
    }
  }

  private void heed(String path, RestException refusal) {
    if (isWallet(path) && refusal.status() != BANNED) {
      limits.waitAtWallet(refusal.patience());
    } else {
      limits.wait(refusal.patience());
    }
  }

  private static boolean isWallet(String path) {
    return path.startsWith(WALLET);
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
