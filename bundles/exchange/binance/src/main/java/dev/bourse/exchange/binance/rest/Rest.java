package dev.bourse.exchange.binance.rest;

/** Asks the venue over HTTP. Blocks; called on the adapter's own threads. */
public interface Rest {
  /**
   * The answer to a public request.
   *
   * @param path with the query, {@code /api/v3/depth?symbol=BTCUSDT}
   * @throws RestException if there is none, or it is a refusal
   */
  String get(String path) throws RestException;
}
