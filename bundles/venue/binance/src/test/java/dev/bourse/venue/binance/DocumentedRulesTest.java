package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How Binance's documents say that the venue treats requests: V15 to V18. */
@Tag("outside")
class DocumentedRulesTest {
  private static final String ACCOUNT = "/api/v3/account?";
  private static final String ORDER = "/api/v3/order?";
  private static final String LIMIT =
      "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000";

  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  private Reply account(long timestamp, String more) {
    String query = "timestamp=" + timestamp + more;
    return open.alice.raw("GET", ACCOUNT + query + "&signature=" + open.alice.sign(query), "");
  }

  private Reply order(String... parameters) {
    return open.alice.signed("POST", "/api/v3/order", parameters);
  }

  private Reply limit(String... more) {
    return order(
        Stream.concat(
                Stream.of(
                    "symbol", "BTCUSDT", "side", "BUY", "type", "LIMIT", "timeInForce", "GTC"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aRequestCountsOnlyWithinItsWindow() {
    String expected = OutsideCases.expected("V15");
    long now = open.clock.millis();

    List<String> outcomes =
        Stream.of(
                account(now + 999, ""),
                account(now + 1000, ""),
                account(now - 5000, ""),
                account(now - 5001, ""),
                account(now - 60000, "&recvWindow=60000"),
                account(now - 6001, "&recvWindow=6000.999"),
                account(now - 6000, "&recvWindow=6000.346"),
                account((now - 5000) * 1000, ""),
                account((now - 5001) * 1000, ""))
            .map(reply -> reply.status() == 200 ? "taken" : reply.refusal())
            .toList();

    String late = "400 -1021 Timestamp for this request is outside of the recvWindow.";
    String early = "400 -1021 Timestamp for this request was 1000ms ahead of the server's time.";
    assertThat(outcomes)
        .containsExactly("taken", early, "taken", late, "taken", late, "taken", "taken", late);
    assertThat(expected).contains("HTTP 400", "-1021", late.substring(10), early.substring(37));
  }

  @Test
  void aWindowBeyondAMinuteIsRefused() {
    assertThat(OutsideCases.expected("V15")).contains("recvWindow>60000 is refused");

    Reply reply = account(open.clock.millis(), "&recvWindow=60000.001");

    assertThat(reply.refusal())
        .isEqualTo(
            "400 -1102 'recvWindow' contains unexpected value. Cannot be greater than 60000.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"body", "query", "timestamp and signature in the query", "signature in the query"})
  void aSignatureIsTakenWhereverItsParametersStand(String layout) {
    assertThat(OutsideCases.expected("V16")).contains("all accepted");
    String time = "timestamp=" + open.clock.millis();

    Reply reply =
        switch (layout) {
          case "body" -> send("", LIMIT + "&" + time, "body");
          case "query" -> send(LIMIT + "&" + time, "", "query");
          case "signature in the query" -> send("", LIMIT + "&" + time, "query");
          default -> send(time, LIMIT, "query");
        };

    assertThat(reply.status() + " " + reply.get("status")).isEqualTo("200 NEW");
  }

  private Reply send(String query, String body, String where) {
    String signature = "signature=" + open.alice.sign(query + body);
    boolean inBody = where.equals("body");
    String first = inBody ? query : (query.isEmpty() ? "" : query + "&") + signature;
    String second = inBody ? body + "&" + signature : body;
    return open.alice.raw("POST", ORDER + first, second);
  }

  @Test
  void anyOtherSignatureIsRefused() {
    assertThat(OutsideCases.expected("V16")).contains("-1022");
    String query = LIMIT + "&timestamp=" + open.clock.millis();

    Reply other = open.alice.raw("POST", ORDER + query + "&signature=" + open.bob.sign(query), "");
    Reply changed =
        open.alice.raw(
            "POST",
            ORDER + query.replace("0.01", "0.02") + "&signature=" + open.alice.sign(query),
            "");
    Reply none = open.alice.raw("POST", ORDER + query, "");

    assertThat(other.refusal()).isEqualTo("400 -1022 Signature for this request is not valid.");
    assertThat(changed.refusal()).isEqualTo("400 -1022 Signature for this request is not valid.");
    assertThat(none.refusal())
        .isEqualTo(
            "400 -1102 Mandatory parameter 'signature' was not sent, was empty/null, or malformed.");
  }

  @Test
  void hexMayBeUpperCaseAndWhatIsSignedIsPercentEncoded() {
    String query =
        "symbol=BTCUSDT&orderId=1&origClientOrderId=%E4%B8%AD%3A&timestamp=" + open.clock.millis();
    String upper = open.alice.sign(query).toUpperCase(Locale.ROOT);
    String decoded = open.alice.sign(query.replace("%E4%B8%AD%3A", "\u4e2d:"));

    Reply encoded = open.alice.raw("GET", ORDER + query + "&signature=" + upper, "");
    Reply raw = open.alice.raw("GET", ORDER + query + "&signature=" + decoded, "");

    assertThat(encoded.refusal()).isEqualTo("400 -2013 Order does not exist.");
    assertThat(raw.refusal()).isEqualTo("400 -1022 Signature for this request is not valid.");
  }

  @Test
  void aParameterInBothCountsAsInTheQuery() {
    String query = "quantity=0.01&timestamp=" + open.clock.millis();
    String body = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=7&price=50000";

    Reply reply =
        open.alice.raw("POST", ORDER + query, body + "&signature=" + open.alice.sign(query + body));

    assertThat(reply.get("origQty")).isEqualTo("0.01000000");
  }

  @Test
  void refusalsHaveTheDocumentedTexts() {
    String expected = OutsideCases.expected("V17");
    limit("quantity", "0.01", "price", "50000", "newClientOrderId", "mine");
    open.trade("60000.00");

    List<String> refusals =
        Stream.of(
                open.alice.signed("DELETE", "/api/v3/order", "symbol", "BTCUSDT", "orderId", "77"),
                open.alice.signed("GET", "/api/v3/order", "symbol", "BTCUSDT", "orderId", "77"),
                limit("quantity", "0.01", "price", "50000", "newClientOrderId", "mine"),
                limit("quantity", "9", "price", "50000"),
                order(
                    "symbol",
                    "BTCUSDT",
                    "side",
                    "BUY",
                    "type",
                    "LIMIT_MAKER",
                    "quantity",
                    "0.01",
                    "price",
                    "60001"),
                order(
                    "symbol",
                    "BTCUSDT",
                    "side",
                    "SELL",
                    "type",
                    "STOP_LOSS",
                    "quantity",
                    "0.01",
                    "stopPrice",
                    "60001"))
            .map(Reply::refusal)
            .toList();

    assertThat(refusals)
        .containsExactly(
            "400 -2011 Unknown order sent.",
            "400 -2013 Order does not exist.",
            "400 -2010 Duplicate order sent.",
            "400 -2010 Account has insufficient balance for requested action.",
            "400 -2010 Order would immediately match and take.",
            "400 -2010 Order would trigger immediately.");
    assertThat(refusals.subList(2, 6))
        .allSatisfy(text -> assertThat(expected).contains("\"" + text.substring(10) + "\""));
  }

  @Test
  void ordersThatBreakAFilterNameIt() {
    String expected = OutsideCases.expected("V18");

    List<String> refusals =
        Stream.of(
                limit("quantity", "0.01", "price", "50000.001"),
                limit("quantity", "0.010001", "price", "50000"),
                limit("quantity", "0.00001", "price", "50000"),
                limit("quantity", "0.01", "price", "2000000"),
                limit("quantity", "9001", "price", "50000"))
            .map(Reply::refusal)
            .toList();

    assertThat(refusals)
        .containsExactly(
            "400 -1013 Filter failure: PRICE_FILTER",
            "400 -1013 Filter failure: LOT_SIZE",
            "400 -1013 Filter failure: NOTIONAL",
            "400 -1013 Filter failure: PRICE_FILTER",
            "400 -1013 Filter failure: LOT_SIZE");
    assertThat(expected).contains("Filter failure: PRICE_FILTER|LOT_SIZE|NOTIONAL");
  }
}
