package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.Portions;
import dev.bourse.exchange.binance.call.SignedRest;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks about the account: over the WebSocket API, and over REST where that does not answer. Waits
 * until the limits leave room, and asks many questions in portions. Blocks; on the questions'
 * worker.
 */
final class Inquiry implements Asking {
  private static final int BAD_TIME = -1021;

  private final Session session;
  private final SignedRest rest;
  private final Credentials credentials;
  private final Limits limits;
  private final Portions portions;
  private final CountDownLatch closed = new CountDownLatch(1);

  Inquiry(Session session, SignedRest rest, Credentials credentials, Limits limits) {
    this.session = session;
    this.rest = rest;
    this.credentials = credentials;
    this.limits = limits;
    this.portions = new Portions(limits.weights());
  }

  @Override
  public JsonNode ask(Asked what, Params params) throws RestException {
    patience(what.weight());
    if (what.isRestOnly()) {
      return overRest(what, params);
    }
    try {
      return session.ask(what.method(), params);
    } catch (RestException e) {
      if (e.code() == BAD_TIME) {
        session.probe();
      } else if (e.code() != 0) {
        throw e;
      }
    }
    return overRest(what, params);
  }

  private JsonNode overRest(Asked what, Params params) throws RestException {
    if (!credentials.clock().isKnown()) {
      rest.tellTime(credentials.clock());
    }
    try {
      return read(what, rest.get(what.path(), params));
    } catch (RestException e) {
      if (e.code() != BAD_TIME) {
        throw e;
      }
    }
    rest.tellTime(credentials.clock());
    return read(what, rest.get(what.path(), params));
  }

  private static JsonNode read(Asked what, String text) throws RestException {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw new RestException(
          what.path() + " did not answer in JSON: " + e.getOriginalMessage(),
          0,
          true,
          Duration.ZERO);
    }
  }

  private void patience(int weight) throws RestException {
    pause(limits.pause(weight));
    for (Duration wait = portions.take(weight); !wait.isZero(); wait = portions.take(weight)) {
      pause(wait);
    }
    pause(limits.pause(weight));
  }

  private void pause(Duration pause) throws RestException {
    try {
      if (!pause.isZero() && closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new RestException("the account was closed", 0, false, Duration.ZERO);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RestException("the account was closed", 0, false, Duration.ZERO);
    }
  }

  /** Nothing is waited for any more. */
  void close() {
    closed.countDown();
  }
}
