package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be done to the venue over its own path. */
class ControlPathTest {
  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  private Reply post(String path, String... parameters) {
    return open.bob.open("POST", "/venue/" + path + "?" + Client.query(parameters));
  }

  @Test
  void ordersAppearThatTheOwnerOfTheKeyDidNotPlace() {
    Reply order =
        post(
            "order",
            "account",
            "alice",
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
            "50000");

    assertThat(open.alice.signed("GET", "/api/v3/openOrders").rows())
        .extracting(row -> row.get("orderId").toString())
        .containsExactly(order.get("orderId"));
    assertThat(
            post("cancel", "account", "alice", "symbol", "BTCUSDT", "orderId", order.get("orderId"))
                .get("status"))
        .isEqualTo("CANCELED");
  }

  @Test
  void faultsAreAddedSeenAndCleared() {
    post("fault", "kind", "fail-after", "at", "POST /api/v3/order", "status", "504");
    post("fault", "kind", "drop", "at", "btcusdt@*", "times", "-1");

    Reply faults = open.bob.open("GET", "/venue/faults");
    open.bob.open("DELETE", "/venue/faults");

    assertThat(faults.rows())
        .extracting(
            row ->
                row.get("kind")
                    + " "
                    + row.get("at")
                    + " "
                    + row.get("times")
                    + " "
                    + row.get("status"))
        .containsExactly("FAIL_AFTER POST /api/v3/order 1 504", "DROP btcusdt@* -1 503");
    assertThat(open.venue.faults()).isEmpty();
  }

  @Test
  void mistakesAreNamed() {
    Reply kind = post("fault", "kind", "explode", "at", "*");
    Reply more = post("clock", "offset", "5", "zone", "UTC");
    Reply account = post("transfer", "account", "eve", "amount", "1", "asset", "BTC");
    Reply place = post("fault", "kind", "mute", "at", "order.place");

    assertThat(kind.refusal())
        .isEqualTo(
            "400 -1130 kind=explode must be one of delay, drop, cut, lose, fail, fail-after,"
                + " duplicate, reorder, mute");
    assertThat(more.refusal()).isEqualTo("400 -1130 this call does not know [zone]");
    assertThat(place.refusal())
        .isEqualTo(
            "400 -1130 kind=mute at=order.place names requests; what goes wrong there is one of"
                + " delay, drop, cut, lose, fail, fail-after");
    assertThat(open.venue.faults()).isEmpty();
    assertThat(account.refusal())
        .isEqualTo("400 -1130 the venue has no account eve; it has [alice, bob]");
  }

  @Test
  void moneyAndPricesComeFromOutside() {
    post("transfer", "account", "alice", "amount", "-100000", "asset", "USDT");
    Reply quote =
        post(
            "quote", "symbol", "BTCUSDT", "bid", "1.00", "bidSize", "1", "ask", "1.01", "askSize",
            "1");
    Reply tooMuch = post("transfer", "account", "alice", "amount", "-1", "asset", "USDT");

    Map<?, ?> state = (Map<?, ?>) open.bob.open("GET", "/venue").body();
    assertThat(quote.status() + " " + tooMuch.get("moved")).isEqualTo("200 false");
    assertThat(open.bob.open("GET", "/api/v3/ticker/bookTicker?symbol=BTCUSDT").get("bidPrice"))
        .isEqualTo("1.00000000");
    assertThat(state.get("accounts") + " " + state.get("playing")).isEqualTo("[alice, bob] false");
  }

  @Test
  void anOrderIsMadeSmallerFromOutsideAndHasAnotherName() {
    Reply placed =
        post(
            "order",
            "account",
            "alice",
            "symbol",
            "BTCUSDT",
            "side",
            "BUY",
            "type",
            "LIMIT",
            "timeInForce",
            "GTC",
            "quantity",
            "1",
            "price",
            "100.00",
            "newClientOrderId",
            "mine");
    String number = String.valueOf(placed.get("orderId"));

    Reply amended =
        post("amend", "account", "alice", "symbol", "BTCUSDT", "orderId", number, "newQty", "0.5");

    Map<?, ?> order = (Map<?, ?>) ((Map<?, ?>) amended.body()).get("amendedOrder");
    assertThat(order.get("qty")).isEqualTo("0.50000000");
    assertThat(order.get("origClientOrderId")).isEqualTo("mine");
    assertThat(order.get("clientOrderId")).isNotEqualTo("mine");
  }

  @Test
  @Tag("P18")
  void filtersAreDeclaredAndTakenBackFromOutside() {
    String filter = "MAX_POSITION";
    Reply wrong = post("filter", "symbol", "BTCUSDT", "filter", filter, "most", "1");

    post("filter", "symbol", "BTCUSDT", "filter", filter, "maxPosition", "10");
    Reply declared = OpenVenue.limit(open.alice, "BUY", "0.1", "50000");
    post("filter", "symbol", "BTCUSDT", "filter", filter);

    assertThat(wrong.refusal())
        .isEqualTo("400 -1130 MAX_POSITION: maxPosition= must be a number, zero or more");
    assertThat(declared.refusal()).isEqualTo("400 -1013 Filter failure: MAX_POSITION");
    assertThat(OpenVenue.limit(open.alice, "BUY", "0.1", "50000").get("status")).isEqualTo("NEW");
  }

  @Test
  void aTransferBetweenWalletsIsNoDeposit() {
    Reply moved =
        post("transfer", "account", "alice", "amount", "5", "asset", "USDT", "wallet", "FUNDING");
    Reply nowhere =
        post("transfer", "account", "alice", "amount", "5", "asset", "USDT", "wallet", "SAVINGS");

    assertThat(moved.get("moved")).isEqualTo("true");
    assertThat(nowhere.refusal())
        .isEqualTo("400 -1130 wallet=SAVINGS must be one of FUNDING, UMFUTURE, CMFUTURE, MARGIN");
  }
}
