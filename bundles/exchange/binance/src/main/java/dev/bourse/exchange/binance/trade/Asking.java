package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.rest.RestException;

/** A way to ask about the account. Blocks. */
interface Asking {
  /** Asks; throws if there was no answer, or an error. */
  JsonNode ask(Asked what, Params params) throws RestException;
}
