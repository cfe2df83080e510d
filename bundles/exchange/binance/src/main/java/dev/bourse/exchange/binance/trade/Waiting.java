package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.call.Answer;
import dev.bourse.exchange.binance.call.ApiLine;
import dev.bourse.exchange.binance.call.Meaning;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.Refusal;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for the answer to a question. */
final class Waiting implements Answer {
  private final String method;
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile @Nullable JsonNode result;
  private volatile @Nullable RestException failure;

  private Waiting(String method) {
    this.method = method;
  }

  /** Asks over a connection and waits. */
  static JsonNode ask(ApiLine line, String method, Params params, Duration patience)
      throws RestException {
    Waiting waiting = new Waiting(method);
    if (!line.call(method, params, patience, waiting)) {
      throw new RestException(method + " was not sent: no connection", 0, true, Duration.ZERO);
    }
    return waiting.result(patience);
  }

  private JsonNode result(Duration patience) throws RestException {
    try {
      if (!answered.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw lostBecause("it was not answered in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lostBecause("the account was closed");
    }
    RestException failed = failure;
    JsonNode done = result;
    if (failed != null) {
      throw failed;
    }
    if (done == null) {
      throw lostBecause("its answer was empty");
    }
    return done;
  }

  private RestException lostBecause(String reason) {
    return new RestException(method + ": " + reason, 0, true, Duration.ZERO);
  }

  @Override
  public void done(JsonNode answer) {
    result = answer;
    answered.countDown();
  }

  @Override
  public void refused(Refusal refusal) {
    boolean passing = refusal.meaning() != Meaning.REJECT && refusal.meaning() != Meaning.AUTH;
    failure =
        new RestException(
            method + " was refused with " + refusal.reason(),
            refusal.code(),
            passing,
            Duration.ZERO);
    answered.countDown();
  }

  @Override
  public void lost(String reason) {
    failure = lostBecause(reason);
    answered.countDown();
  }
}
