package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.protocol.Limits;
import dev.bourse.venue.binance.server.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Public market data over WebSockets. */
class StreamsTest {
  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void aRawStreamCarriesTradesAsTheyHappen() {
    Socket socket = new Socket(open.venue, "/ws/btcusdt@trade");
    socket.send("id", 1, "method", "LIST_SUBSCRIPTIONS");
    String list = socket.text();

    open.trade("60000.00");

    assertThat(list).isEqualTo("{\"result\":[\"btcusdt@trade\"],\"id\":1}");
    assertThat(socket.text())
        .isEqualTo(
            "{\"e\":\"trade\",\"E\":1700000000000,\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"60000.00000000\","
                + "\"q\":\"0.50000000\",\"T\":1700000000000,\"m\":false,\"M\":true}");
    socket.close();
  }

  @Test
  void aCombinedStreamSaysWhichOneItIs() {
    Socket socket =
        new Socket(
            open.venue, "/stream?streams=btcusdt@bookTicker/btcusdt@trade&timeUnit=MICROSECOND");
    socket.send("id", 1, "method", "GET_PROPERTY", "params", List.of("combined"));
    String combined = socket.text();

    open.quote("59999.00", "60000.01");
    open.trade("60000.00");

    assertThat(combined).isEqualTo("{\"result\":true,\"id\":1}");
    assertThat(socket.text())
        .contains(
            "\"stream\":\"btcusdt@bookTicker\"", "\"b\":\"59999.00000000\",\"B\":\"2.00000000\"");
    assertThat(socket.text()).contains("\"stream\":\"btcusdt@trade\"", "\"E\":1700000000000000");
    socket.close();
  }

  @Test
  void streamsComeAndGoWhileConnected() {
    Socket socket = new Socket(open.venue, "/ws");
    String subscribed =
        socket
            .send(
                "id",
                1,
                "method",
                "SUBSCRIBE",
                "params",
                List.of("btcusdt@trade", "btcusdt@aggTrade"))
            .text();
    String gone =
        socket.send("id", 2, "method", "UNSUBSCRIBE", "params", List.of("btcusdt@trade")).text();

    open.trade("60000.00");

    assertThat(List.of(subscribed, gone))
        .containsExactly("{\"result\":null,\"id\":1}", "{\"result\":null,\"id\":2}");
    assertThat(socket.next()).containsEntry("e", "aggTrade");
    socket.close();
  }

  @Test
  void changesOfTheBookFollowOnItsSnapshotWithoutAGap() {
    Socket socket = new Socket(open.venue, "/ws");
    socket.send("id", 1, "method", "SUBSCRIBE", "params", List.of("btcusdt@depth@100ms")).next();
    String snapshot = open.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT").get("lastUpdateId");

    open.quote("59000.00", "60000.01");
    Map<String, Object> first = socket.next();
    open.passMillis(200);
    open.quote("59000.00", "60000.02");
    Map<String, Object> second = socket.next();

    assertThat(first.get("U").toString()).isEqualTo(Long.toString(Long.parseLong(snapshot) + 1));
    assertThat(first.get("b").toString())
        .isEqualTo("[[59000.00000000, 2.00000000], [60000.00000000, 0.00000000]]");
    assertThat(second.get("U").toString())
        .isEqualTo(Long.toString(Long.parseLong(first.get("u").toString()) + 1));
    assertThat(second.get("a").toString())
        .isEqualTo("[[60000.02000000, 2.00000000], [60000.01000000, 0.00000000]]");
    socket.close();
  }

  @Test
  void aCandleIsSentOnceMoreWhenItIsOver() {
    open.trade("60000.00");
    Socket socket = new Socket(open.venue, "/ws/btcusdt@kline_1m");
    Map<?, ?> first = (Map<?, ?>) socket.next().get("k");

    open.passMillis(60_000);
    Map<?, ?> last = (Map<?, ?>) socket.next().get("k");

    assertThat(first.get("t") + " " + first.get("x")).isEqualTo("1699999980000 false");
    assertThat(last.get("t") + " " + last.get("x") + " " + last.get("c"))
        .isEqualTo("1699999980000 true 60000.00000000");
    socket.close();
  }

  @Test
  void theVenuePingsAndEndsAConnectionAfterItsTime() {
    try (OpenVenue brief =
        new OpenVenue(
            VenueSettings.local()
                .allowing(Limits.Allowance.USUAL.withSockets(300, 1_000_000))
                .beating(
                    new Heartbeat(
                        Duration.ofMillis(20), Duration.ofMinutes(1), Duration.ofMillis(400))))) {
      Socket socket = new Socket(brief.venue, "/ws/btcusdt@trade");

      String end = socket.end();

      assertThat(end).isEqualTo("closed");
      assertThat(socket.pings()).isPositive();
    }
  }

  @Test
  void theVenueSaysThatItIsAboutToGo() {
    Socket raw = new Socket(open.venue, "/ws/btcusdt@trade");
    Socket combined = new Socket(open.venue, "/stream?streams=btcusdt@trade");
    raw.send("id", 1, "method", "LIST_SUBSCRIPTIONS").next();
    combined.send("id", 1, "method", "LIST_SUBSCRIPTIONS").next();

    open.venue.announceShutdown();

    assertThat(raw.text()).isEqualTo("{\"e\":\"serverShutdown\",\"E\":1700000000000}");
    assertThat(combined.text())
        .isEqualTo(
            "{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1700000000000}}");
    raw.close();
    combined.close();
  }
}
