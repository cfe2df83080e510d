package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls and events of an account over the WebSocket API. */
class WebSocketApiTest {
  private final Signing carols = Signing.ed25519();
  private final OpenVenue open =
      new OpenVenue(
          VenueSettings.local()
              .with(
                  new VenueAccount(
                      "carol",
                      "100000 USDT,1 BTC",
                      ApiKey.ed25519("carolkey", carols.publicKey()))));
  private final Socket socket = new Socket(open.venue, "/ws-api/v3?returnRateLimits=false");

  @AfterEach
  void close() {
    socket.close();
    open.close();
  }

  private Map<String, Object> logOn() {
    Map<String, Object> params =
        carols.signed(Json.object("apiKey", "carolkey", "timestamp", open.clock.millis()));
    return socket.send("id", 1, "method", "session.logon", "params", params).next();
  }

  private Map<String, Object> place(String side, String quantity, String price) {
    socket.send(
        "id",
        "place",
        "method",
        "order.place",
        "params",
        Json.object(
            "symbol",
            "BTCUSDT",
            "side",
            side,
            "type",
            "LIMIT",
            "timeInForce",
            "GTC",
            "quantity",
            quantity,
            "price",
            price,
            "newClientOrderId",
            "mine",
            "timestamp",
            open.clock.millis()));
    Map<String, Object> message = socket.next();
    while (message.containsKey("event")) {
      message = socket.next();
    }
    return message;
  }

  private static String text(Map<String, Object> event, String... names) {
    return String.join(
        " ", List.of(names).stream().map(name -> String.valueOf(event.get(name))).toList());
  }

  @Test
  void answersCarryTheIdOfTheirRequest() {
    String ping = socket.send("id", "a", "method", "ping").text();
    String time = socket.send("id", 7, "method", "v3/time").text();
    String none = socket.send("id", null, "method", "nothing").text();

    assertThat(List.of(ping, time, none))
        .containsExactly(
            "{\"id\":\"a\",\"status\":200,\"result\":{}}",
            "{\"id\":7,\"status\":200,\"result\":{\"serverTime\":1700000000000}}",
            "{\"id\":null,\"status\":400,\"error\":{\"code\":-1130,\"msg\":\"Data sent for parameter"
                + " 'method' is not valid.\"},\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\","
                + "\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":6000,\"count\":4}]}");
  }

  @Test
  void aSessionThatIsLoggedOnPlacesOrdersWithoutSigning() {
    Map<String, Object> logon = logOn();

    Map<String, Object> placed = place("BUY", "0.1", "50000");

    assertThat(logon.get("result").toString()).contains("apiKey=carolkey", "userDataStream=false");
    assertThat(placed.get("status") + " " + placed.get("result"))
        .startsWith("200 {symbol=BTCUSDT, orderId=1")
        .contains("clientOrderId=mine", "status=NEW");
  }

  @Test
  void theAccountHearsOfItsOrdersAndBalances() {
    logOn();
    String subscribed = socket.send("id", 2, "method", "userDataStream.subscribe").text();
    place("BUY", "0.1", "60001");

    String again = socket.send("id", 3, "method", "userDataStream.subscribe").text();

    assertThat(subscribed).isEqualTo("{\"id\":2,\"status\":200,\"result\":{\"subscriptionId\":0}}");
    assertThat(again).contains("-2035");
  }

  @Test
  void eventsComeInTheOrderInWhichThingsHappened() {
    logOn();
    socket.send("id", 2, "method", "userDataStream.subscribe").next();

    open.quote("59000.00", "61000.00");
    String[] order = {
      "symbol",
      "BTCUSDT",
      "side",
      "SELL",
      "type",
      "LIMIT",
      "timeInForce",
      "GTC",
      "quantity",
      "0.04",
      "price",
      "60000"
    };
    place("BUY", "0.1", "60000");
    Socket other = new Socket(open.venue, "/ws-api/v3");
    other
        .send(
            "id",
            1,
            "method",
            "userDataStream.subscribe.signature",
            "params",
            carols.signed(Json.object("apiKey", "carolkey", "timestamp", open.clock.millis())))
        .next();
    open.bob.signed("POST", "/api/v3/order", order);
    open.venue.transfer("carol", "5", "USDT");

    Map<String, Object> trade = other.event("executionReport");
    Map<String, Object> position = other.event("outboundAccountPosition");
    Map<String, Object> flow = other.event("balanceUpdate");
    other.close();
    assertThat(
            text(
                trade, "s", "c", "S", "o", "f", "q", "p", "x", "X", "l", "z", "L", "n", "N", "m",
                "w", "Z", "V"))
        .isEqualTo(
            "BTCUSDT mine BUY LIMIT GTC 0.10000000 60000.00000000 TRADE PARTIALLY_FILLED 0.04000000"
                + " 0.04000000 60000.00000000 0.00004000 BTC true true 2400.00000000 EXPIRE_MAKER");
    assertThat(position.get("B").toString())
        .isEqualTo(
            "[{a=BTC, f=1.03996000, l=0.00000000}, {a=USDT, f=94000.00000000, l=3600.00000000}]");
    assertThat(text(flow, "a", "d")).isEqualTo("USDT 5.00000000");
  }

  @Test
  void aCancelNamesTheOrderItEnded() {
    logOn();
    place("BUY", "0.1", "50000");
    socket.send("id", 2, "method", "userDataStream.subscribe").next();

    socket.send(
        "id",
        3,
        "method",
        "order.cancel",
        "params",
        Json.object(
            "symbol",
            "BTCUSDT",
            "origClientOrderId",
            "mine",
            "newClientOrderId",
            "gone",
            "timestamp",
            open.clock.millis()));

    assertThat(text(socket.event("executionReport"), "x", "X", "c", "C"))
        .isEqualTo("CANCELED CANCELED gone mine");
  }

  @Test
  void keysWithASecretOpenNoSession() {
    Map<String, Object> params =
        Json.object("apiKey", "alicekey", "timestamp", open.clock.millis());
    params.put("signature", open.alice.sign("apiKey=alicekey&timestamp=" + open.clock.millis()));

    Map<String, Object> logon =
        socket.send("id", 1, "method", "session.logon", "params", params).next();
    Map<String, Object> subscribed =
        socket
            .send("id", 2, "method", "userDataStream.subscribe.signature", "params", params)
            .next();

    assertThat(logon.get("status") + " " + logon.get("error")).contains("400", "-1020");
    assertThat(subscribed.get("result").toString()).isEqualTo("{subscriptionId=0}");
  }

  @Test
  void anEndedSubscriptionSaysSo() {
    logOn();
    socket.send("id", 2, "method", "userDataStream.subscribe").next();

    socket.send("id", 3, "method", "session.logout");

    assertThat(socket.event("eventStreamTerminated")).containsKey("E");
    assertThat(socket.next().get("result").toString())
        .contains("apiKey=null", "userDataStream=false");
    assertThat(
            socket
                .send(
                    "id",
                    4,
                    "method",
                    "account.status",
                    "params",
                    Json.object("timestamp", open.clock.millis()))
                .next()
                .toString())
        .contains("-2014");
  }

  @Test
  void theVenueSaysThatItIsAboutToGo() {
    open.venue.announceShutdown();

    assertThat(socket.text())
        .isEqualTo("{\"event\":{\"e\":\"serverShutdown\",\"E\":1700000000000}}");
  }

  @Test
  void aSessionTellsWhoseItIsAndOfWhomItHears() {
    String before = socket.send("id", 1, "method", "session.status").text();
    open.passMillis(10);
    logOn();
    socket.send("id", 2, "method", "userDataStream.subscribe").next();
    Map<String, Object> alices =
        Json.object("apiKey", "alicekey", "timestamp", open.clock.millis());
    alices.put("signature", open.alice.sign("apiKey=alicekey&timestamp=" + open.clock.millis()));
    socket.send("id", 3, "method", "userDataStream.subscribe.signature", "params", alices).next();
    open.passMillis(10);

    String after = socket.send("id", 4, "method", "session.status").text();
    String heard = socket.send("id", 5, "method", "session.subscriptions").text();

    assertThat(before)
        .isEqualTo(
            "{\"id\":1,\"status\":200,\"result\":{\"apiKey\":null,\"authorizedSince\":null,"
                + "\"connectedSince\":1700000000000,\"returnRateLimits\":false,"
                + "\"serverTime\":1700000000000,\"userDataStream\":false}}");
    assertThat(after)
        .isEqualTo(
            "{\"id\":4,\"status\":200,\"result\":{\"apiKey\":\"carolkey\","
                + "\"authorizedSince\":1700000000010,\"connectedSince\":1700000000000,"
                + "\"returnRateLimits\":false,\"serverTime\":1700000000020,"
                + "\"userDataStream\":true}}");
    assertThat(heard)
        .isEqualTo(
            "{\"id\":5,\"status\":200,\"result\":[{\"subscriptionId\":0},{\"subscriptionId\":1}]}");
  }

  @Test
  void aSubscriptionThatIsOverIsNotListed() {
    logOn();
    socket.send("id", 2, "method", "userDataStream.subscribe").next();
    socket.send("id", 3, "method", "userDataStream.unsubscribe");
    socket.event("eventStreamTerminated");
    socket.next();

    String heard = socket.send("id", 4, "method", "session.subscriptions").text();

    assertThat(heard).isEqualTo("{\"id\":4,\"status\":200,\"result\":[]}");
  }

  @Test
  void anAccountHearsOfItsListsAsTheyBeginAndEnd() {
    logOn();
    socket.send("id", 2, "method", "userDataStream.subscribe").next();
    open.trade("60000.00");
    Map<String, Object> pair =
        Json.object(
            "symbol",
            "BTCUSDT",
            "side",
            "SELL",
            "quantity",
            "1",
            "listClientOrderId",
            "both",
            "aboveType",
            "LIMIT_MAKER",
            "abovePrice",
            "61000",
            "belowType",
            "STOP_LOSS",
            "belowStopPrice",
            "59000",
            "timestamp",
            open.clock.millis());

    socket.send("id", 3, "method", "orderList.place.oco", "params", pair);
    Map<String, Object> begun = socket.event("listStatus");
    open.quote("61000.00", "61001.00");
    Map<String, Object> over = socket.event("listStatus");

    assertThat(text(begun, "s", "g", "c", "l", "L", "C"))
        .isEqualTo("BTCUSDT 1 OCO EXEC_STARTED EXECUTING both");
    assertThat(text(over, "s", "g", "c", "l", "L", "C"))
        .isEqualTo("BTCUSDT 1 OCO ALL_DONE ALL_DONE both");
    assertThat((List<?>) over.get("O")).hasSize(2);
  }
}
