package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears of one connection of the WebSocket API, on its threads; must not block. */
public interface LineOwner {
  /** It is open. */
  void opened(ApiLine line);

  /** An event of the account. */
  void event(ApiLine line, JsonNode event);

  /** The venue is about to end it. */
  void closing(ApiLine line);

  /**
   * It never opened, or ended; calls without an answer were told that they are lost.
   *
   * @param reason a sentence without the end
   */
  void ended(ApiLine line, String reason);
}
