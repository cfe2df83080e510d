package dev.bourse.venue.binance;

import static dev.bourse.venue.binance.OpenVenue.balances;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders that depend on each other. */
class OrderListsTest {
  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void ofAPairOneOrderEndsTheOther() {
    open.trade("60000.00");
    Reply placed =
        open.alice.signed(
            "POST",
            "/api/v3/orderList/oco",
            "symbol",
            "BTCUSDT",
            "side",
            "SELL",
            "quantity",
            "10",
            "aboveType",
            "LIMIT_MAKER",
            "abovePrice",
            "61000",
            "belowType",
            "STOP_LOSS_LIMIT",
            "belowStopPrice",
            "59000",
            "belowPrice",
            "58900",
            "belowTimeInForce",
            "GTC");

    open.quote("61000.00", "61001.00");

    List<Map<String, Object>> all =
        open.alice.signed("GET", "/api/v3/allOrders", "symbol", "BTCUSDT").rows();
    assertThat(placed.get("contingencyType") + " " + placed.get("listOrderStatus"))
        .isEqualTo("OCO EXECUTING");
    assertThat(all)
        .extracting(
            row -> row.get("type") + " " + row.get("status") + " " + row.get("expiryReason"))
        .containsExactly(
            "STOP_LOSS_LIMIT EXPIRED OCO_TRIGGER", "LIMIT_MAKER PARTIALLY_FILLED null");
    assertThat(balances(open.alice)).contains("BTC 0.00000000 8.00000000");
  }

  @Test
  void ofAPairWhoseSecondOrderIsRefusedNothingIsLeft() {
    open.trade("60000.00");
    open.quote("60002.00", "60003.00");

    Reply refused =
        open.alice.signed(
            "POST",
            "/api/v3/orderList/oco",
            "symbol",
            "BTCUSDT",
            "side",
            "SELL",
            "quantity",
            "1",
            "aboveType",
            "LIMIT_MAKER",
            "abovePrice",
            "60001",
            "belowType",
            "STOP_LOSS",
            "belowStopPrice",
            "59000");

    assertThat(refused.refusal()).isEqualTo("400 -2010 Order would immediately match and take.");
    assertThat(open.alice.signed("GET", "/api/v3/openOrders", "symbol", "BTCUSDT").rows())
        .isEmpty();
    assertThat(balances(open.alice)).contains("BTC 10.00000000 0.00000000");
  }

  @Test
  void ordersBehindAnotherAreSentWhenItHasFilledWhole() {
    open.trade("60000.00");
    open.alice.signed(
        "POST",
        "/api/v3/orderList/otoco",
        "symbol",
        "BTCUSDT",
        "workingType",
        "LIMIT",
        "workingSide",
        "BUY",
        "workingQuantity",
        "1",
        "workingPrice",
        "59000",
        "workingTimeInForce",
        "GTC",
        "pendingSide",
        "SELL",
        "pendingQuantity",
        "0.9",
        "pendingAboveType",
        "LIMIT_MAKER",
        "pendingAbovePrice",
        "62000",
        "pendingBelowType",
        "STOP_LOSS",
        "pendingBelowStopPrice",
        "58000");
    List<Map<String, Object>> before = open.alice.signed("GET", "/api/v3/openOrders").rows();

    open.venue.quote("BTCUSDT", "58990.00", "1", "59000.00", "1");
    List<Map<String, Object>> after = open.alice.signed("GET", "/api/v3/openOrders").rows();
    open.alice.signed("DELETE", "/api/v3/orderList", "symbol", "BTCUSDT", "orderListId", "1");

    assertThat(before)
        .extracting(row -> row.get("status"))
        .containsExactly("NEW", "PENDING_NEW", "PENDING_NEW");
    assertThat(after)
        .extracting(row -> row.get("type") + " " + row.get("status"))
        .containsExactly("STOP_LOSS NEW", "LIMIT_MAKER NEW");
    assertThat(open.alice.signed("GET", "/api/v3/openOrders").rows()).isEmpty();
    assertThat(
            open.alice
                .signed("GET", "/api/v3/orderList", "orderListId", "1")
                .get("listOrderStatus"))
        .isEqualTo("ALL_DONE");
  }

  /** A buy of 1 with a stop and a target of 0.9 behind it. */
  private Reply bracket(String price, String life, String target, String stop) {
    return open.alice.signed(
        "POST",
        "/api/v3/orderList/otoco",
        "symbol",
        "BTCUSDT",
        "newOrderRespType",
        "FULL",
        "workingType",
        "LIMIT",
        "workingSide",
        "BUY",
        "workingQuantity",
        "1",
        "workingPrice",
        price,
        "workingTimeInForce",
        life,
        "pendingSide",
        "SELL",
        "pendingQuantity",
        "0.9",
        "pendingAboveType",
        "LIMIT_MAKER",
        "pendingAbovePrice",
        target,
        "pendingBelowType",
        "STOP_LOSS",
        "pendingBelowStopPrice",
        stop);
  }

  private static List<String> reports(Reply placed) {
    List<?> reports = (List<?>) ((Map<?, ?>) placed.body()).get("orderReports");
    return reports.stream()
        .map(each -> (Map<?, ?>) each)
        .map(each -> each.get("type") + " " + each.get("status") + " " + each.get("executedQty"))
        .toList();
  }

  /** How all orders of the account stand. */
  private List<String> all() {
    return open.alice.signed("GET", "/api/v3/allOrders", "symbol", "BTCUSDT").rows().stream()
        .map(row -> row.get("type") + " " + row.get("status") + " " + row.get("expiryReason"))
        .toList();
  }

  @Test
  @Tag("N19")
  void theAnswerAboutAnEntryThatFillsAtOnceStillShowsTheOthersAsWaiting() {
    open.trade("60000.00");

    Reply placed = bracket("60000.01", "GTC", "62000", "58000");

    assertThat(reports(placed))
        .containsExactly(
            "LIMIT FILLED 1.00000000",
            "STOP_LOSS PENDING_NEW 0.00000000",
            "LIMIT_MAKER PENDING_NEW 0.00000000");
    assertThat(placed.get("listOrderStatus")).isEqualTo("EXECUTING");
    assertThat(all())
        .containsExactly("LIMIT FILLED null", "STOP_LOSS NEW null", "LIMIT_MAKER NEW null");
  }

  @Test
  @Tag("N19")
  void pricesOfAPairThatWaitsAreComparedWithEachOtherOnly() {
    open.trade("60000.00");

    Reply taken = bracket("59000", "GTC", "59500", "58000");
    Reply refused = bracket("59000", "GTC", "58000", "58500");

    assertThat(taken.get("listOrderStatus")).isEqualTo("EXECUTING");
    assertThat(refused.refusal())
        .isEqualTo("400 -2010 The relationship of the prices for the orders is not correct.");
    assertThat(all())
        .containsExactly(
            "LIMIT NEW null", "STOP_LOSS PENDING_NEW null", "LIMIT_MAKER PENDING_NEW null");
  }

  @Test
  @Tag("N19")
  void aPairThatDoesNotHoldTheLastPriceBetweenItsOwnWhenItIsPlacedEnds() {
    open.trade("60000.00");

    bracket("60000.01", "GTC", "59500", "58000");

    assertThat(all())
        .containsExactly(
            "LIMIT FILLED null", "STOP_LOSS EXPIRED REJECTED", "LIMIT_MAKER EXPIRED REJECTED");
    assertThat(balances(open.alice)).contains("BTC 10.99900000 0.00000000");
  }

  @Test
  @Tag("N19")
  void whatAnEntryDidNotFillWholeIsNeverPlaced() {
    open.venue.quote("BTCUSDT", "60000.00", "2", "60000.01", "0.4");

    Reply placed = bracket("60000.01", "IOC", "62000", "58000");

    assertThat(reports(placed)).first().isEqualTo("LIMIT EXPIRED 0.40000000");
    assertThat(all())
        .containsExactly(
            "LIMIT EXPIRED UNFILLED_IOC_QUANTITY_EXPIRED",
            "STOP_LOSS EXPIRED OTO_PHASE_ONE_EXPIRED",
            "LIMIT_MAKER EXPIRED OTO_PHASE_ONE_EXPIRED");
  }

  @Test
  @Tag("N19")
  void whatWaitsReservesNothingAndEndsWithTheListWhicheverIsCancelled() {
    open.trade("60000.00");
    bracket("59000", "GTC", "62000", "58000");
    List<String> before = balances(open.alice);

    open.alice.signed("DELETE", "/api/v3/order", "symbol", "BTCUSDT", "orderId", "3");

    assertThat(before).contains("BTC 10.00000000 0.00000000");
    assertThat(all())
        .containsExactly(
            "LIMIT CANCELED null", "STOP_LOSS CANCELED null", "LIMIT_MAKER CANCELED null");
    assertThat(balances(open.alice)).contains("USDT 100000.00000000 0.00000000");
  }

  private Reply pair(String name) {
    return open.alice.signed(
        "POST",
        "/api/v3/orderList/oco",
        "symbol",
        "BTCUSDT",
        "side",
        "SELL",
        "quantity",
        "1",
        "listClientOrderId",
        name,
        "aboveType",
        "LIMIT_MAKER",
        "abovePrice",
        "61000",
        "belowType",
        "STOP_LOSS",
        "belowStopPrice",
        "59000");
  }

  @Test
  void allListsAreToldAlsoThoseThatAreOver() {
    open.trade("60000.00");
    Reply first = pair("one");
    open.passMillis(10);
    Reply second = pair("two");
    open.alice.signed(
        "DELETE", "/api/v3/orderList", "symbol", "BTCUSDT", "listClientOrderId", "one");

    Reply all = open.alice.signed("GET", "/api/v3/allOrderList");
    Reply from =
        open.alice.signed("GET", "/api/v3/allOrderList", "fromId", second.get("orderListId"));
    Reply early =
        open.alice.signed(
            "GET", "/api/v3/allOrderList", "endTime", Long.toString(open.clock.millis() - 1));

    assertThat(all.rows())
        .extracting(
            row ->
                row.get("orderListId")
                    + " "
                    + row.get("listClientOrderId")
                    + " "
                    + row.get("listStatusType")
                    + " "
                    + row.get("listOrderStatus")
                    + " "
                    + ((List<?>) row.get("orders")).size())
        .containsExactly(
            first.get("orderListId") + " one ALL_DONE ALL_DONE 2",
            second.get("orderListId") + " two EXEC_STARTED EXECUTING 2");
    assertThat(from.rows()).extracting(row -> row.get("listClientOrderId")).containsExactly("two");
    assertThat(early.rows()).extracting(row -> row.get("listClientOrderId")).containsExactly("one");
  }
}
