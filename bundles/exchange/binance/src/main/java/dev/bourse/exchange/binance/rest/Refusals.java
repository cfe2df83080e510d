package dev.bourse.exchange.binance.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.net.RetryAfter;
import java.time.Duration;

/**
 * What an answer that is not 200 means (rest-api.md, "HTTP return codes"): 429 and 418 ask for
 * patience, 5xx says nothing about what was done, the rest is the fault of the request. Pure
 * functions.
 */
final class Refusals {
  private static final int TEAPOT = 418;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final int SHOWN = 200;
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Refusals() {}

  static RestException of(String address, int status, String body, String retryAfter) {
    JsonNode said = said(body);
    boolean limit = status == TOO_MANY || status == TEAPOT;
    String message =
        said.path("msg").asText(body.length() > SHOWN ? body.substring(0, SHOWN) : body);
    int code = said.path("code").asInt(0);
    String sentence =
        address
            + " was refused with "
            + status
            + (code == 0 ? "" : ", code " + code)
            + ": "
            + message;
    return new RestException(
        sentence, status, code, limit || status >= SERVER, patience(limit, retryAfter));
  }

  private static JsonNode said(String body) {
    try {
      return Json.read(body);
    } catch (JsonProcessingException e) {
      return Json.NOTHING;
    }
  }

  /** A limit is waited for a moment at least, also by one who is not told how long. */
  private static Duration patience(boolean limit, String header) {
    Duration said = RetryAfter.of(header);
    return limit && said.isZero() ? SHORTEST : said;
  }
}
