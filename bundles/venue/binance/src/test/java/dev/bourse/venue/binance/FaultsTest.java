package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.venue.binance.Client.Reply;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import dev.bourse.venue.binance.protocol.Limits;
import dev.bourse.venue.binance.server.Heartbeat;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong when it is asked to. */
class FaultsTest {
  private static final String[] ORDER = {
    "symbol",
    "BTCUSDT",
    "side",
    "BUY",
    "type",
    "LIMIT",
    "timeInForce",
    "GTC",
    "quantity",
    "0.1",
    "price",
    "50000"
  };

  private static final long HOUR = 3_600_000;

  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  private int openOrders() {
    return open.alice.signed("GET", "/api/v3/openOrders").rows().size();
  }

  @Test
  void aLostAnswerLeavesTheOrderBehind() {
    open.venue.add(Fault.once(Kind.LOSE, "POST /api/v3/order"));

    assertThatThrownBy(() -> open.alice.signed("POST", "/api/v3/order", ORDER))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(openOrders()).isEqualTo(1);
  }

  @Test
  void aRequestThatIsCutOffWasNeverHeard() {
    open.venue.add(Fault.once(Kind.CUT, "POST /api/v3/order"));

    assertThatThrownBy(() -> open.alice.signed("POST", "/api/v3/order", ORDER))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(openOrders()).isZero();
  }

  @Test
  void anErrorMayComeBeforeOrAfterTheOrderIsTaken() {
    open.venue.add(Fault.once(Kind.FAIL, "POST /api/v3/order").with(503));
    open.venue.add(Fault.once(Kind.FAIL_AFTER, "POST /api/v3/order").with(504));

    Reply before = open.alice.signed("POST", "/api/v3/order", ORDER);
    int none = openOrders();
    Reply after = open.alice.signed("POST", "/api/v3/order", ORDER);

    assertThat(before.status() + " " + before.get("code") + " " + none).isEqualTo("503 -1008 0");
    assertThat(after.status() + " " + after.get("code") + " " + openOrders())
        .isEqualTo("504 -1007 1");
  }

  @Test
  void tooManyRequestsAreToldToWait() {
    open.venue.add(Fault.once(Kind.FAIL, "GET *").with(429));

    Reply reply = open.alice.open("GET", "/api/v3/time");

    assertThat(reply.status() + " " + reply.get("code") + " " + reply.header("retry-after"))
        .isEqualTo("429 -1003 5");
  }

  @Test
  void overTheSocketTheAnswerItselfSaysHowLongToWait() {
    Socket millis = new Socket(open.venue, "/ws-api/v3");
    Socket micros = new Socket(open.venue, "/ws-api/v3?timeUnit=MICROSECOND");
    open.venue.add(Fault.once(Kind.FAIL, "time").with(429));
    open.venue.add(Fault.once(Kind.FAIL, "time").with(418));

    String limited = millis.send("id", 1, "method", "time").text();
    String banned = micros.send("id", 1, "method", "time").text();

    assertThat(limited)
        .contains("\"data\":{\"serverTime\":1700000000000,\"retryAfter\":1700000005000}");
    assertThat(banned)
        .contains("\"data\":{\"serverTime\":1700000000000000,\"retryAfter\":1700000005000000}");
    millis.close();
    micros.close();
  }

  @Test
  void overTheSocketWhoeverAskedForTooMuchIsToldWhenTheMinuteEnds() {
    try (OpenVenue strict =
        new OpenVenue(VenueSettings.local().allowing(new Limits.Allowance(10, 1000, 2, 10)))) {
      Socket socket = new Socket(strict.venue, "/ws-api/v3");

      String refused = socket.send("id", 1, "method", "exchangeInfo").text();

      assertThat(refused)
          .contains(
              "\"status\":429",
              "\"data\":{\"serverTime\":1700000000000,\"retryAfter\":1700000040000}");
      socket.close();
    }
  }

  @Test
  void whoeverDoesNotListenIsBanned() {
    try (OpenVenue strict =
        new OpenVenue(VenueSettings.local().allowing(new Limits.Allowance(10, 1000, 2, 10)))) {
      Reply first = strict.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT");
      strict.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT");
      Reply limited = strict.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT");
      for (int i = 0; i < 20; i++) {
        strict.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT");
      }
      Reply banned = strict.alice.open("GET", "/api/v3/ping");

      assertThat(first.header("x-mbx-used-weight-1m")).isEqualTo("5");
      assertThat(limited.refusal() + " " + limited.header("retry-after"))
          .isEqualTo(
              "429 -1003 Too much request weight used; current limit is 10 request weight per 1 MINUTE. Please use"
                  + " WebSocket Streams for live updates to avoid polling the API. 41");
      assertThat(banned.refusal())
          .startsWith("418 -1003 Way too much request weight used; IP banned until 1700000120000.");
    }
  }

  @Test
  void anAccountMayPlaceOnlySoManyOrders() {
    try (OpenVenue strict =
        new OpenVenue(VenueSettings.local().allowing(new Limits.Allowance(6000, 1000, 2, 10)))) {
      Reply first = strict.alice.signed("POST", "/api/v3/order", ORDER);
      strict.alice.signed("POST", "/api/v3/order", ORDER);

      Reply third = strict.alice.signed("POST", "/api/v3/order", ORDER);
      Reply others = strict.bob.signed("POST", "/api/v3/order", ORDER);

      assertThat(first.header("x-mbx-order-count-10s") + " " + first.header("x-mbx-used-weight-1m"))
          .isEqualTo("1 0");
      assertThat(third.refusal())
          .isEqualTo("429 -1015 Too many new orders; current limit is 2 orders per 10 SECOND.");
      assertThat(others.status()).isEqualTo(200);
    }
  }

  @Test
  void eventsAreLostDoubledAndSwapped() {
    Socket socket = new Socket(open.venue, "/ws/btcusdt@trade");
    socket.send("id", 1, "method", "LIST_SUBSCRIPTIONS").next();
    open.venue.add(Fault.once(Kind.DROP, "btcusdt@trade"));
    open.venue.add(Fault.once(Kind.DUPLICATE, "btcusdt@trade"));
    open.venue.add(Fault.once(Kind.REORDER, "btcusdt@trade").lasting(HOUR));

    for (String price : List.of("1", "2", "3", "4")) {
      open.trade("6000" + price + ".00");
    }

    List<String> prices =
        List.of(socket.next(), socket.next(), socket.next(), socket.next()).stream()
            .map(event -> event.get("p").toString().substring(0, 5))
            .toList();
    assertThat(prices).containsExactly("60002", "60002", "60004", "60003");
    assertThat(open.venue.faults()).isEmpty();
    socket.close();
  }

  @Test
  void aConnectionThatIsMuteStaysOpenUntilItIsCut() {
    Socket socket = new Socket(open.venue, "/ws/btcusdt@trade");
    socket.send("id", 1, "method", "LIST_SUBSCRIPTIONS").next();
    open.venue.add(Fault.once(Kind.MUTE, "btcusdt@trade"));
    open.trade("60000.00");
    socket.send("id", 2, "method", "LIST_SUBSCRIPTIONS");

    int ended = open.venue.cutSockets();

    assertThat(ended).isEqualTo(1);
    assertThat(socket.end()).isEqualTo("cut");
  }

  @Test
  void aConnectionThatIsMuteIsNotPingedEither() {
    VenueSettings often =
        VenueSettings.local()
            .allowing(Limits.Allowance.USUAL.withSockets(300, 1_000_000))
            .beating(
                new Heartbeat(Duration.ofMillis(20), Duration.ofMinutes(1), Duration.ofSeconds(3)));
    try (OpenVenue beating = new OpenVenue(often)) {
      Socket mute = new Socket(beating.venue, "/ws/btcusdt@trade");
      mute.send("id", 1, "method", "LIST_SUBSCRIPTIONS").next();
      beating.venue.add(Fault.once(Kind.MUTE, "btcusdt@trade"));
      beating.trade("60000.00");
      Socket other = new Socket(beating.venue, "/ws/btcusdt@trade");
      other.send("id", 1, "method", "LIST_SUBSCRIPTIONS").next();

      int before = mute.pings();
      String end = other.end();

      assertThat(end).isEqualTo("closed");
      assertThat(other.pings()).isGreaterThan(20);
      assertThat(mute.pings() - before).isLessThan(5);
    }
  }

  @Test
  void aClockThatIsWrongIsWrongForEverybody() {
    open.venue.setClockOffset(-7000);

    Reply time = open.alice.open("GET", "/api/v3/time");
    Reply account = open.alice.signed("GET", "/api/v3/account");
    open.venue.clearFaults();

    assertThat(time.get("serverTime")).isEqualTo("1699999993000");
    assertThat(account.refusal())
        .startsWith("400 -1021 Timestamp for this request was 1000ms ahead");
    assertThat(open.alice.signed("GET", "/api/v3/account").status()).isEqualTo(200);
  }

  private Socket trades() {
    Socket socket = new Socket(open.venue, "/ws/btcusdt@trade");
    socket.send("id", 1, "method", "LIST_SUBSCRIPTIONS").next();
    return socket;
  }

  private static List<String> prices(Socket socket, int count) {
    return Stream.generate(socket::next)
        .limit(count)
        .map(event -> event.get("p").toString().substring(0, 5))
        .toList();
  }

  @Test
  void severalEventsInARowAreSwappedWithoutLosingOne() {
    Socket socket = trades();
    open.venue.add(Fault.once(Kind.REORDER, "btcusdt@trade").repeated(2).lasting(HOUR));

    for (String price : List.of("1", "2", "3", "4")) {
      open.trade("6000" + price + ".00");
    }

    assertThat(prices(socket, 4)).containsExactly("60003", "60002", "60001", "60004");
    socket.close();
  }

  @Test
  void anEventThatWaitsForANextOneComesByItselfIfThereIsNone() {
    Socket socket = trades();
    open.venue.add(Fault.once(Kind.REORDER, "btcusdt@trade").lasting(1));

    open.trade("60001.00");

    assertThat(prices(socket, 1)).containsExactly("60001");
    open.trade("60002.00");
    assertThat(prices(socket, 1)).containsExactly("60002");
    socket.close();
  }

  @Test
  void anEventComesAfterOneThatIsDoubled() {
    Socket socket = trades();
    open.venue.add(Fault.once(Kind.REORDER, "btcusdt@trade").lasting(HOUR));
    open.venue.add(Fault.once(Kind.DUPLICATE, "btcusdt@trade"));

    open.trade("60001.00");
    open.trade("60002.00");

    assertThat(prices(socket, 3)).containsExactly("60002", "60002", "60001");
    socket.close();
  }

  @Test
  void anEventThatIsDelayedComesLaterThanOthersAndComes() {
    Socket socket = trades();
    open.venue.add(Fault.once(Kind.DELAY, "btcusdt@trade").lasting(HOUR));
    open.venue.add(Fault.once(Kind.DELAY, "btcusdt@trade").lasting(1));

    open.trade("60001.00");
    open.trade("60002.00");

    assertThat(prices(socket, 1)).containsExactly("60002");
    socket.close();
  }

  @Test
  @Timeout(60)
  void anAnswerOverRestThatIsDelayedIsGivenLaterToWhatIsDoneAtOnce() {
    open.venue.add(Fault.once(Kind.DELAY, "POST /api/v3/order").lasting(HOUR));
    CompletableFuture<Reply> late =
        CompletableFuture.supplyAsync(() -> open.alice.signed("POST", "/api/v3/order", ORDER));
    while (!open.venue.faults().isEmpty()) {
      Thread.onSpinWait();
    }

    Reply other = open.bob.signed("POST", "/api/v3/order", ORDER);

    assertThat(other.status() + " " + openOrders()).isEqualTo("200 1");
    assertThat(late).isNotDone();
  }

  @Test
  void anAnswerThatIsDelayedComes() {
    Socket socket = new Socket(open.venue, "/ws-api/v3");
    open.venue.add(Fault.once(Kind.DELAY, "GET /api/v3/time").lasting(1));
    open.venue.add(Fault.once(Kind.DELAY, "time").lasting(1));

    Reply rest = open.alice.open("GET", "/api/v3/time");
    String api = socket.send("id", 1, "method", "time").text();

    assertThat(rest.get("serverTime")).isEqualTo("1700000000000");
    assertThat(api).contains("\"result\":{\"serverTime\":1700000000000}");
    assertThat(open.venue.faults()).isEmpty();
    socket.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DUPLICATE|order.place|names requests; what goes wrong there is one of"
            + " delay, drop, cut, lose, fail, fail-after",
        "REORDER|POST /api/v3/order|names requests; what goes wrong there is one of"
            + " delay, drop, cut, lose, fail, fail-after",
        "MUTE|GET *|names requests; what goes wrong there is one of"
            + " delay, drop, cut, lose, fail, fail-after",
        "FAIL|executionReport|names events; what goes wrong there is one of"
            + " delay, drop, cut, lose, duplicate, reorder, mute",
        "FAIL_AFTER|btcusdt@*|names events; what goes wrong there is one of"
            + " delay, drop, cut, lose, duplicate, reorder, mute",
      })
  void whatCannotHappenThereIsRefusedWithWhatCan(Kind kind, String at, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.once(kind, at))
        .withMessage("kind=" + kind.word() + " at=" + at + " " + why);
  }

  @Test
  void aPathWithoutItsMethodWouldNeverHappen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.once(Kind.FAIL, "/api/v3/order"))
        .withMessage(
            "at=/api/v3/order must begin with the method: GET /api/v3/order, or * for any");
  }

  @Test
  void aFaultOfRequestsAtAnythingLeavesEventsAloneAndTheOtherWayRound() {
    Socket socket = trades();
    open.venue.add(Fault.once(Kind.FAIL, "*").with(503));
    open.venue.add(Fault.once(Kind.DUPLICATE, "*"));

    open.trade("60001.00");
    Reply failed = open.alice.open("GET", "/api/v3/time");

    assertThat(prices(socket, 2)).containsExactly("60001", "60001");
    assertThat(failed.status()).isEqualTo(503);
    socket.close();
  }
}
