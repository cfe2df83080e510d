package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.protocol.Limits;
import dev.bourse.venue.binance.server.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public market data over WebSockets. */
class StreamsTest {
  private static final List<String> BEST_BID = List.of("60000.00000000", "2.00000000");

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
  void anOrderThatTakesIsNotSeenAsABidAboveTheOffers() {
    Socket socket = new Socket(open.venue, "/ws/btcusdt@bookTicker");

    OpenVenue.limit(open.alice, "BUY", "0.5", "60100.00");

    assertThat(socket.text())
        .contains(
            "\"b\":\"60000.00000000\",\"B\":\"2.00000000\"",
            "\"a\":\"60000.01000000\",\"A\":\"1.50000000\"");
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

  @Test
  void theDayOfAMarketIsToldInShortAndInFull() {
    open.trade("60000.00");
    open.trade("60300.00");
    open.trade("59700.00");
    Socket brief = new Socket(open.venue, "/ws/btcusdt@miniTicker");
    Socket full = new Socket(open.venue, "/ws/btcusdt@ticker");

    String mini = brief.text();
    Map<String, Object> ticker = full.next();

    assertThat(mini)
        .isEqualTo(
            "{\"e\":\"24hrMiniTicker\",\"E\":1700000000000,\"s\":\"BTCUSDT\","
                + "\"c\":\"59700.00000000\",\"o\":\"60000.00000000\",\"h\":\"60300.00000000\","
                + "\"l\":\"59700.00000000\",\"v\":\"1.50000000\",\"q\":\"90000.00000000\"}");
    assertThat(
            List.of("p", "P", "w", "Q", "b", "B", "a", "A", "F", "L", "n").stream()
                .map(ticker::get)
                .map(String::valueOf))
        .containsExactly(
            "-300.00000000",
            "-0.500",
            "60000.00000000",
            "0.50000000",
            "60000.00000000",
            "2.00000000",
            "60000.01000000",
            "2.00000000",
            "1",
            "3",
            "3");
    brief.close();
    full.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20})
  void aBookIsToldWholeUpToSoManyLevels(int levels) {
    for (int i = 1; i <= 21; i++) {
      OpenVenue.limit(open.alice, "BUY", "0.01", 50000 + i + ".00");
      OpenVenue.limit(open.bob, "SELL", "0.02", 70000 + i + ".00");
    }
    Socket socket = new Socket(open.venue, "/ws/btcusdt@depth" + levels + "@100ms");

    Map<String, Object> book = socket.next();

    Client.Reply depth = open.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT&limit=" + levels);
    assertThat((List<?>) book.get("bids")).hasSize(levels).first().isEqualTo(BEST_BID);
    assertThat((List<?>) book.get("asks"))
        .hasSize(levels)
        .last()
        .isEqualTo(List.of(70000 + levels - 1 + ".00000000", "0.02000000"));
    assertThat(List.of("lastUpdateId", "bids", "asks"))
        .allSatisfy(each -> assertThat(book.get(each)).hasToString(depth.get(each)));
    socket.close();
  }

  @Test
  void whetherEventsSayTheirStreamIsSetWhileConnected() {
    Socket socket = new Socket(open.venue, "/ws/btcusdt@trade");

    String set =
        socket.send("id", 5, "method", "SET_PROPERTY", "params", List.of("combined", true)).text();
    String wrong =
        socket.send("id", 6, "method", "SET_PROPERTY", "params", List.of("combined", "yes")).text();
    String unknown =
        socket.send("id", 7, "method", "SET_PROPERTY", "params", List.of("raw", true)).text();
    open.trade("60000.00");

    assertThat(set).isEqualTo("{\"result\":null,\"id\":5}");
    assertThat(wrong)
        .isEqualTo("{\"code\":1,\"msg\":\"Invalid value type: expected Boolean\",\"id\":6}");
    assertThat(unknown).isEqualTo("{\"code\":0,\"msg\":\"Unknown property\",\"id\":7}");
    assertThat(socket.text()).startsWith("{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\"");
    socket.close();
  }
}
