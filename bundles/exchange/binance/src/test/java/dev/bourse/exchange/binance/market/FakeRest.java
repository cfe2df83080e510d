package dev.bourse.exchange.binance.market;

import dev.bourse.exchange.binance.rest.Rest;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers paths that a test taught it; whatever begins with the longest of them counts. */
public final class FakeRest implements Rest {
  /** What the venue says of BTCUSDT. */
  public static final String SYMBOL =
      """
      {"symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,"quoteAsset":"USDT",
      "quoteAssetPrecision":8,"filters":[{"filterType":"PRICE_FILTER","minPrice":"0.01000000","maxPrice":"1000000.00000000",
      "tickSize":"0.01000000"},{"filterType":"LOT_SIZE","minQty":"0.00001000","maxQty":"9000.00000000","stepSize":"0.00001000"},
      {"filterType":"NOTIONAL","minNotional":"5.00000000"}]}]}
      """;

  /** What the venue says of another symbol of USDT. */
  static String of(String symbol) {
    return SYMBOL.replace("BTCUSDT", symbol).replace("BTC", symbol.replace("USDT", ""));
  }

  final List<String> asked = new ArrayList<>();
  private final Map<String, String> answers = new TreeMap<>();

  FakeRest() {
    answers("/api/v3/exchangeInfo", SYMBOL);
    answers("/api/v3/ping", "{}");
  }

  void answers(String path, String text) {
    answers.put(path, text);
  }

  /** Refuses a path with a code. */
  void refuses(String path, int code) {
    answers.put(path, String.valueOf(code));
  }

  /** Asks for patience at a path. */
  void waits(String path, Duration patience) {
    answers.put(path, patience.toString());
  }

  void fails(String path) {
    answers.remove(path);
  }

  @Override
  public String get(String path) throws RestException {
    asked.add(path);
    String answer =
        answers.entrySet().stream()
            .filter(each -> path.startsWith(each.getKey()))
            .reduce((one, other) -> other.getKey().length() >= one.getKey().length() ? other : one)
            .map(Map.Entry::getValue)
            .orElseThrow(() -> new RestException("the venue is away", 0, true, Duration.ZERO));
    if (answer.startsWith("-")) {
      throw new RestException("it was refused", Integer.parseInt(answer), false, Duration.ZERO);
    }
    if (answer.startsWith("PT")) {
      throw new RestException("it is too much", 0, true, Duration.parse(answer));
    }
    return answer;
  }
}
