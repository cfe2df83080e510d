package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.venue.binance.protocol.Limits.Allowance;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much WebSockets may be used, as web-socket-streams.md and web-socket-api.md say. */
@Tag("P18")
class SocketLimitsTest {
  private static final String TRADES = "/ws/btcusdt@trade";

  private static OpenVenue allowing(int connections, int messages) {
    return new OpenVenue(
        VenueSettings.local().allowing(Allowance.USUAL.withSockets(connections, messages)));
  }

  private static Map<String, Object> ask(Socket socket, int id) {
    return socket.send("id", id, "method", "LIST_SUBSCRIPTIONS").next();
  }

  private static String id(Map<String, Object> answer) {
    return String.valueOf(answer.get("id"));
  }

  private static String status(Map<String, Object> answer) {
    return String.valueOf(answer.get("status"));
  }

  @Test
  void usuallyItIsAsBinanceHasIt() {
    Allowance usual = Allowance.USUAL;

    assertThat(usual.connections()).isEqualTo(300);
    assertThat(usual.messages()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {TRADES, "/stream?streams=btcusdt@trade", "/ws-api/v3"})
  void whoeverConnectsTooOftenIsRefusedUntilTheFiveMinutesAreOver(String path) {
    try (OpenVenue open = allowing(2, 5)) {
      new Socket(open.venue, path).close();
      new Socket(open.venue, path).close();

      assertThatThrownBy(() -> new Socket(open.venue, path))
          .hasCauseInstanceOf(WebSocketHandshakeException.class)
          .cause()
          .extracting(each -> ((WebSocketHandshakeException) each).getResponse())
          .satisfies(
              response -> {
                assertThat(response.statusCode()).isEqualTo(429);
                assertThat(response.headers().firstValue("retry-after")).contains("101");
              });

      open.passMillis(100_000);
      new Socket(open.venue, path).close();
    }
  }

  @Test
  void streamsAndTheApiAreCountedApart() {
    try (OpenVenue open = allowing(1, 5)) {
      Socket streams = new Socket(open.venue, TRADES);
      Socket api = new Socket(open.venue, "/ws-api/v3");

      Map<String, Object> answer = api.send("id", 1, "method", "ping").next();

      assertThat(status(answer)).isEqualTo("200");
      assertThat(id(ask(streams, 2))).isEqualTo("2");
      streams.close();
      api.close();
    }
  }

  @Test
  void toConnectToTheApiCostsTwo() {
    try (OpenVenue open = new OpenVenue()) {
      Socket api = new Socket(open.venue, "/ws-api/v3");

      String answer = api.send("id", 1, "method", "ping").text();

      assertThat(answer).contains("\"limit\":6000,\"count\":3");
      api.close();
    }
  }

  @Test
  void whoeverSendsTooMuchOnAStreamIsDisconnected() {
    try (OpenVenue open = new OpenVenue()) {
      Socket socket = new Socket(open.venue, TRADES);
      for (int i = 1; i <= 5; i++) {
        assertThat(id(ask(socket, i))).isEqualTo(String.valueOf(i));
      }

      socket.send("id", 6, "method", "LIST_SUBSCRIPTIONS");

      assertThat(socket.end()).isEqualTo("closed");
      assertThat(socket.closing()).isEqualTo("1008 Too many requests");
    }
  }

  @Test
  void theSameOverTwoSecondsIsNotTooMuch() {
    try (OpenVenue open = new OpenVenue()) {
      Socket socket = new Socket(open.venue, TRADES);
      for (int i = 1; i <= 5; i++) {
        ask(socket, i);
      }
      open.passMillis(1_000);

      Map<String, Object> sixth = ask(socket, 6);

      assertThat(id(sixth)).isEqualTo("6");
      socket.close();
    }
  }

  @Test
  void pingsAndPongsCountToo() {
    try (OpenVenue open = allowing(300, 2)) {
      Socket socket = new Socket(open.venue, TRADES);

      socket.ping().pong();
      socket.send("id", 1, "method", "LIST_SUBSCRIPTIONS");

      assertThat(socket.end()).isEqualTo("closed");
    }
  }

  @Test
  void theApiTakesMoreThanThat() {
    try (OpenVenue open = new OpenVenue()) {
      Socket api = new Socket(open.venue, "/ws-api/v3");

      List<String> answered =
          IntStream.rangeClosed(1, 20)
              .mapToObj(id -> status(api.send("id", id, "method", "ping").next()))
              .toList();

      assertThat(answered).hasSize(20).containsOnly("200");
      api.close();
    }
  }

  @Test
  void moreThan1024StreamsAreRefusedTogether() {
    try (OpenVenue open = new OpenVenue()) {
      Socket socket = new Socket(open.venue, "/ws");
      socket.send("id", 1, "method", "SUBSCRIBE", "params", streams(0, 1_024)).next();

      Map<String, Object> refused =
          socket.send("id", 2, "method", "SUBSCRIBE", "params", streams(1_020, 1_025)).next();
      Map<String, Object> again =
          socket.send("id", 3, "method", "SUBSCRIBE", "params", streams(0, 1_024)).next();
      List<?> listed = (List<?>) ask(socket, 4).get("result");

      assertThat(refused).hasToString("{code=4, msg=Too many subscriptions, id=2}");
      assertThat(again).hasToString("{result=null, id=3}");
      assertThat(listed).hasSize(1_024);
      socket.close();
    }
  }

  @Test
  void anAddressMayNameAsManyAndNotMore() {
    try (OpenVenue open = new OpenVenue()) {
      Socket all = new Socket(open.venue, address(1_024));

      List<?> listed = (List<?>) ask(all, 1).get("result");

      assertThat(listed).hasSize(1_024);
      assertThatThrownBy(() -> new Socket(open.venue, address(1_025)))
          .hasCauseInstanceOf(WebSocketHandshakeException.class)
          .cause()
          .extracting(each -> ((WebSocketHandshakeException) each).getResponse().statusCode())
          .isEqualTo(400);
      all.close();
    }
  }

  private static String address(int count) {
    return "/stream?streams=" + String.join("/", streams(0, count));
  }

  private static List<String> streams(int from, int until) {
    return IntStream.range(from, until).mapToObj(i -> "s" + i + "usdt@trade").toList();
  }
}
