package dev.bourse.exchange.binance.call;

import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Rest;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.Map;

/**
 * Asks for market data as far as the host's limits leave room beside orders and cancels. What would
 * be too much is not asked: whoever wants to know is told when to try again. Any thread.
 */
public final class LimitedRest implements Rest {
  /** What questions weigh that are not the lightest, by their paths (rest-api.md). */
  private static final Map<String, Integer> WEIGHTS =
      Map.of(
          "/api/v3/exchangeInfo",
          20,
          "/api/v3/depth",
          50,
          "/api/v3/historicalTrades",
          25,
          "/api/v3/klines",
          2,
          "/api/v3/ticker/24hr",
          2,
          "/api/v3/referencePrice",
          2);

  private final Rest rest;
  private final Weights weights;

  /** Over another way to ask. */
  public LimitedRest(Rest rest, Weights weights) {
    this.rest = rest;
    this.weights = weights;
  }

  /** Over HTTP: what is used up is heard with every answer. */
  public static LimitedRest over(HttpRest rest, Weights weights) {
    rest.onUsedWeight(weights::used);
    return new LimitedRest(rest, weights);
  }

  @Override
  public String get(String path) throws RestException {
    String question = path.replaceAll("\\?.*", "");
    Duration pause = weights.pause(WEIGHTS.getOrDefault(question, 1));
    if (!pause.isZero()) {
      throw new RestException(
          question + " is not asked for now: what the venue allows is used up for " + pause,
          0,
          true,
          pause);
    }
    weights.sent();
    try {
      return rest.get(path);
    } catch (RestException e) {
      weights.wait(e.patience());
      throw e;
    }
  }
}
