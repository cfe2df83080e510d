package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AggressorSide;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.venue.binance.Client.Reply;
import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.FormData;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.protocol.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that other people's clients make, with signatures of theirs. */
@Tag("outside")
@Tag("P18")
class OutsideRequestsTest {
  private static final VenueSettings LISTING =
      VenueSettings.local()
          .listing(
              List.of(
                  VenueInstruments.of("BTC", "USDT", "0.01", "0.00001", "5"),
                  VenueInstruments.of("LTC", "USDT", "0.01", "0.001", "5"),
                  VenueInstruments.of("SOL", "USDT", "0.01", "0.001", "5"),
                  VenueInstruments.of("ETH", "USDT", "0.01", "0.0001", "5"),
                  VenueInstruments.of("LTC", "BTC", "0.000001", "0.001", "0.0001"),
                  VenueInstruments.of("BNB", "BTC", "0.000001", "0.001", "0.0001"),
                  VenueInstruments.of("BNB", "USDT", "0.01", "0.001", "5")));

  private static LocalVenue start(InstantSource clock, ApiKey key) throws IOException {
    return LocalVenue.start(
        new SimulatedExchangeFactory(),
        LISTING
            .at(clock)
            .with(new VenueAccount("client", "100000 USDT,10 BTC,1000 LTC,1000 SOL", key)));
  }

  private static InstantSource at(Object millis) {
    Instant time = Instant.ofEpochMilli(Long.parseLong(millis.toString()));
    return () -> time;
  }

  private static void prices(LocalVenue venue) {
    venue.quote("BTCUSDT", "36000.00", "5", "36000.01", "5");
    venue.trade("BTCUSDT", "36000.00", "0.1", AggressorSide.SELLER);
    venue.quote("LTCUSDT", "72.00", "500", "72.01", "500");
    venue.trade("LTCUSDT", "72.00", "0.1", AggressorSide.SELLER);
  }

  private static Reply send(Client client, Map<String, Object> http) {
    URI url = URI.create(String.valueOf(http.get("url")));
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    Object body = http.get("body");
    return client.raw(
        String.valueOf(http.get("method")),
        url.getRawPath() + query,
        body == null ? "" : String.valueOf(body));
  }

  @Test
  void requestsThatCcxtMakesAreTaken() throws IOException {
    Map<String, Object> tree = OutsideCases.read("ccxt/generated-request-binance.json");
    Map<String, Object> credentials = OutsideCases.object(tree, "credentials");
    String key = String.valueOf(credentials.get("apiKey"));
    String secret = String.valueOf(credentials.get("secret"));
    InstantSource clock = at(tree.get("clockMs"));
    List<String> outcomes = new ArrayList<>();

    for (Map<String, Object> each : OutsideCases.list(tree, "cases")) {
      Map<String, Object> http = OutsideCases.object(each, "http");
      if (String.valueOf(http.get("url")).contains("/api/v3/")) {
        try (LocalVenue venue = start(clock, ApiKey.hmac(key, secret))) {
          prices(venue);
          Reply reply = send(new Client(venue, key, secret, clock), http);
          outcomes.add(each.get("method") + " " + outcome(reply));
        }
      }
    }

    assertThat(outcomes).hasSizeGreaterThan(40);
    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .matches(
                        "(?:[a-zA-Z]+ 200"
                            + "|(?:cancelOrder|cancelAllOrders) 400 -2011 Unknown order sent\\."
                            + "|fetchOrder 400 -2013 Order does not exist\\."
                            + "|editOrder 400 -2022 Order cancel-replace failed\\."
                            + "|createOrder 400 -2010 Order would immediately match and take\\.)"));
  }

  private static String outcome(Reply reply) {
    return reply.status() == 200 ? "200" : reply.refusal();
  }

  /** Requests of ccxt's own tests, whose signatures were left out: the test signs them anew. */
  private static List<Map<String, Object>> staticRequests() {
    Map<String, Object> tree = OutsideCases.read("ccxt/static-request-binance.json");
    Map<String, Object> methods = OutsideCases.object(tree, "methods");
    List<Map<String, Object>> spot = new ArrayList<>();
    for (String method : methods.keySet()) {
      OutsideCases.list(methods, method).stream()
          .filter(each -> String.valueOf(each.get("url")).contains("/api/v3/"))
          .forEach(spot::add);
    }
    return spot;
  }

  private static Reply sendSignedAnew(Map<String, Object> request) throws IOException {
    String body = String.valueOf(request.get("output"));
    InstantSource clock = at(form(body).get("timestamp"));
    try (LocalVenue venue = start(clock, ApiKey.hmac("anykey", "anysecret"))) {
      prices(venue);
      Client client = new Client(venue, "anykey", "anysecret", clock);
      return client.raw(
          String.valueOf(request.get("httpMethod")),
          URI.create(String.valueOf(request.get("url"))).getRawPath(),
          body + "&signature=" + client.sign(body));
    }
  }

  @Test
  void requestsOfTheTestsOfCcxtAreTaken() throws IOException {
    List<Map<String, Object>> requests = staticRequests();

    Map<Object, String> outcomes = new LinkedHashMap<>();
    for (Map<String, Object> each : requests) {
      outcomes.put(each.get("description"), outcome(sendSignedAnew(each)));
    }

    String noTrailing = "400 -2010 Trailing stop orders are not supported for this symbol.";
    assertThat(outcomes.values()).hasSize(10).containsOnly("200", noTrailing);
    assertThat(outcomes.entrySet())
        .allSatisfy(
            each ->
                assertThat(each.getValue().equals(noTrailing))
                    .as(each.toString())
                    .isEqualTo(String.valueOf(each.getKey()).contains("trailing")));
  }

  @Test
  void ordersOfTheTestsOfCcxtArePlacedAsTheySay() throws IOException {
    List<Map<String, Object>> requests =
        staticRequests().stream()
            .filter(each -> String.valueOf(each.get("url")).endsWith("/order"))
            .filter(each -> !String.valueOf(each.get("description")).contains("trailing"))
            .toList();

    for (Map<String, Object> each : requests) {
      Reply placed = sendSignedAnew(each);
      Map<String, String> asked = form(String.valueOf(each.get("output")));
      assertThat(List.of("symbol", "side", "type"))
          .allSatisfy(name -> assertThat(placed.get(name)).isEqualTo(asked.get(name)));
      assertThat(placed.get("clientOrderId")).isEqualTo(asked.get("newClientOrderId"));
      assertSame(placed.get("price"), asked.getOrDefault("price", "0"));
      if (asked.containsKey("quantity")) {
        assertSame(placed.get("origQty"), asked.get("quantity"));
      } else {
        assertSame(placed.get("origQuoteOrderQty"), asked.get("quoteOrderQty"));
      }
    }

    assertThat(requests).hasSize(7);
  }

  private static Map<String, String> form(String body) {
    return new FormData("", body).values();
  }

  private static void assertSame(String number, String asked) {
    assertThat(new BigDecimal(number)).isEqualByComparingTo(new BigDecimal(asked));
  }

  @Test
  void queriesThatTheConnectorForJavaMakesCarryTheRightSignature() throws IOException {
    Map<String, Object> tree = OutsideCases.read("binance/hmac-connector-java.json");
    Map<String, Object> key = OutsideCases.object(tree, "key");
    String name = String.valueOf(key.get("apiKey"));
    String secret = String.valueOf(key.get("secretKey"));
    InstantSource clock = at(key.get("timestamp"));
    List<String> outcomes = new ArrayList<>();

    try (LocalVenue venue = start(clock, ApiKey.hmac(name, secret))) {
      Client client = new Client(venue, name, secret, clock);
      for (Map<String, Object> each : OutsideCases.list(tree, "cases")) {
        if ("spot".equals(each.get("market")) && each.containsKey("signPayload")) {
          outcomes.add(each.get("call") + " " + outcome(sendSigned(client, each)));
        }
      }
    }

    assertThat(outcomes).hasSizeGreaterThan(10);
    assertThat(outcomes)
        .noneMatch(outcome -> outcome.contains("-1022") || outcome.contains("-1104"));
    assertThat(outcomes)
        .contains(
            "accountCommission 200",
            "getAccount 200",
            "getOpenOrders 200",
            "allOrders 200",
            "myTrades 200",
            "openOrderList 200",
            "rateLimitOrder 200",
            "getOrder 400 -2013 Order does not exist.");
  }

  /**
   * What is placed or changed has its time and its signature in the query, the rest in the body.
   */
  private static Reply sendSigned(Client client, Map<String, Object> request) {
    String payload = String.valueOf(request.get("signPayload"));
    String call = String.valueOf(request.get("call"));
    String signature = "&signature=" + request.get("signature");
    int split = payload.startsWith("timestamp=") ? "timestamp=1736393892000".length() : -1;
    if (split > 0 && payload.length() > split) {
      return client.raw(
          call.startsWith("orderAmend") ? "PUT" : "POST",
          request.get("path") + "?" + payload.substring(0, split) + signature,
          payload.substring(split));
    }
    String method = call.startsWith("delete") ? "DELETE" : "GET";
    return client.raw(method, request.get("path") + "?" + payload + signature, "");
  }

  @Test
  void publishedSignaturesAreRight() {
    Map<String, Object> tree = OutsideCases.read("binance/signature-vectors.json");

    List<Map<String, Object>> vectors = OutsideCases.list(tree, "vectors");

    assertThat(vectors).isNotEmpty();
    assertThat(vectors)
        .allSatisfy(
            vector ->
                assertThat(
                        ApiKey.hmac("key", String.valueOf(vector.get("secret")))
                            .signer()
                            .verifies(
                                String.valueOf(vector.get("payload")),
                                String.valueOf(vector.get("expected"))))
                    .isTrue());
  }

  @Test
  void whatIsSignedOverAWebSocketIsSortedAndNotEncoded() {
    Map<String, Object> tree = OutsideCases.read("binance/signature-vectors.json");
    String payload =
        OutsideCases.list(tree, "vectors").stream()
            .filter(each -> String.valueOf(each.get("name")).startsWith("WS API order, non-ASCII"))
            .map(each -> String.valueOf(each.get("payload")))
            .findFirst()
            .orElseThrow();
    List<String> pairs = new ArrayList<>(List.of(payload.split("&", -1)));
    Collections.reverse(pairs);
    Map<String, Object> params = Json.object("signature", "none");
    pairs.forEach(pair -> params.put(pair.split("=", -1)[0], pair.split("=", -1)[1]));

    String signed = Guard.payloadOf(Guard.textsOf(params));

    assertThat(signed).isEqualTo(payload);
  }
}
