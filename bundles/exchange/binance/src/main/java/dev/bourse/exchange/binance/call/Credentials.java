package dev.bourse.exchange.binance.call;

import dev.bourse.exchange.binance.key.ApiKey;

/**
 * Signs calls with a key, at the venue's time. Any thread.
 *
 * @param key whose calls they are
 * @param clock the venue's time
 * @param window how long the venue may take until it handles a call, milliseconds; later it refuses
 */
public record Credentials(ApiKey key, VenueClock clock, long window) {
  /** Times a call of a connection that is logged on. */
  public Params timed(Params params) {
    return new Params(params).with("recvWindow", window).with("timestamp", clock.millis());
  }

  /** Times and signs a call over the WebSocket API. */
  public Params signed(Params params) {
    Params all = timed(params).with("apiKey", key.name());
    return all.with("signature", key.signer().sign(all.payload()));
  }

  /** Times and signs a call over REST: its query. */
  public String query(Params params) {
    String query = timed(params).query();
    return query + "&signature=" + Params.encoded(key.signer().sign(query));
  }
}
