package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.rest.RestException;

/** Hears of the connection of an account. */
interface SessionOwner {
  /**
   * A connection is logged on and brings events: learns what the account has. Called on the
   * session's worker, may block; throws if the account cannot be traded.
   */
  String greeted(Session.Asker asker) throws RestException;

  /** Commands go out and events come in from now on; a sentence. */
  void up(String detail);

  /** Neither; a sentence. */
  void down(String reason);

  /** An event of the account; must not block. */
  void event(JsonNode event);
}
