package dev.bourse.venue.binance;

import static dev.bourse.venue.binance.OpenVenue.balances;
import static dev.bourse.venue.binance.OpenVenue.limit;
import static dev.bourse.venue.binance.OpenVenue.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders over REST and what becomes of them. */
class TradingTest {
  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void twoAccountsTradeWithEachOther() {
    Reply bid = limit(open.alice, "BUY", "0.5", "60000.00");
    open.quote("59000.00", "61000.00");

    Reply ask = limit(open.bob, "SELL", "0.2", "60000.00");

    assertThat(ask.get("status")).isEqualTo("FILLED");
    assertThat(
            query(open.alice, bid).get("status") + " " + query(open.alice, bid).get("executedQty"))
        .isEqualTo("PARTIALLY_FILLED 0.20000000");
    assertThat(balances(open.alice))
        .containsExactly("BTC 10.19980000 0.00000000", "USDT 70000.00000000 18000.00000000");
    assertThat(balances(open.bob))
        .containsExactly("BTC 9.80000000 0.00000000", "USDT 111988.00000000 0.00000000");
  }

  @Test
  void bothSidesOfATradeHaveItsNumberAndThePublicSeesIt() {
    open.quote("59000.00", "61000.00");
    limit(open.alice, "BUY", "0.5", "60000.00");

    limit(open.bob, "SELL", "0.5", "60000.00");

    Object alices =
        open.alice.signed("GET", "/api/v3/myTrades", "symbol", "BTCUSDT").rows().get(0).get("id");
    Object bobs =
        open.bob.signed("GET", "/api/v3/myTrades", "symbol", "BTCUSDT").rows().get(0).get("id");
    Map<String, Object> seen = open.bob.open("GET", "/api/v3/trades?symbol=BTCUSDT").rows().get(0);
    assertThat(String.valueOf(bobs)).isEqualTo(String.valueOf(alices));
    assertThat(
            seen.get("id")
                + " "
                + seen.get("price")
                + " "
                + seen.get("qty")
                + " "
                + seen.get("isBuyerMaker"))
        .isEqualTo(alices + " 60000.00000000 0.50000000 true");
  }

  @Test
  void theAnswerTellsAsMuchAsItIsAskedFor() {
    Reply ack = limit(open.alice, "BUY", "0.01", "50000", "newOrderRespType", "ACK");
    Reply result = limit(open.alice, "BUY", "0.01", "60001", "newOrderRespType", "RESULT");
    Reply full = limit(open.alice, "BUY", "0.01", "60001");

    assertThat(((Map<?, ?>) ack.body()).keySet().toString())
        .isEqualTo("[symbol, orderId, orderListId, clientOrderId, transactTime]");
    assertThat(result.get("status") + " " + result.get("fills")).isEqualTo("FILLED null");
    assertThat(full.get("fills"))
        .isEqualTo(
            "[{price=60000.01000000, qty=0.01000000, commission=0.00001000, commissionAsset=BTC, tradeId=2}]");
  }

  @Test
  void aMarketOrderTakesWhatThereIsAndTheRestExpires() {
    Reply reply =
        open.alice.signed(
            "POST",
            "/api/v3/order",
            "symbol",
            "BTCUSDT",
            "side",
            "SELL",
            "type",
            "MARKET",
            "quantity",
            "3");

    Reply later = query(open.alice, reply);
    assertThat(
            reply.get("status")
                + " "
                + reply.get("executedQty")
                + " "
                + reply.get("cummulativeQuoteQty"))
        .isEqualTo("EXPIRED 2.00000000 120000.00000000");
    assertThat(later.get("expiryReason")).isEqualTo("INSUFFICIENT_LIQUIDITY");
  }

  @Test
  void aMarketOrderMaySayWhatItSpends() {
    Reply reply =
        open.alice.signed(
            "POST",
            "/api/v3/order",
            "symbol",
            "BTCUSDT",
            "side",
            "BUY",
            "type",
            "MARKET",
            "quoteOrderQty",
            "1000");

    assertThat(
            reply.get("status")
                + " "
                + reply.get("executedQty")
                + " "
                + reply.get("origQuoteOrderQty"))
        .isEqualTo("FILLED 0.01666000 1000.00000000");
  }

  @Test
  void aStopIsSetOffByTheLastTrade() {
    open.trade("60000.00");
    Reply stop =
        open.alice.signed(
            "POST",
            "/api/v3/order",
            "symbol",
            "BTCUSDT",
            "side",
            "SELL",
            "type",
            "STOP_LOSS",
            "quantity",
            "0.1",
            "stopPrice",
            "59000");

    String before = query(open.alice, stop).get("status");
    open.quote("58999.00", "59001.00");
    open.trade("58999.50");

    Reply after = query(open.alice, stop);
    assertThat(before).isEqualTo("NEW");
    assertThat(after.get("status") + " " + after.get("cummulativeQuoteQty"))
        .isEqualTo("FILLED 5899.90000000");
  }

  @Test
  void aCancelledOrderGivesItsMoneyBackAndItsNameFree() {
    limit(open.alice, "BUY", "0.1", "50000", "newClientOrderId", "a:/b");
    Reply cancel =
        open.alice.signed(
            "DELETE",
            "/api/v3/order",
            "symbol",
            "BTCUSDT",
            "origClientOrderId",
            "a:/b",
            "newClientOrderId",
            "gone");

    Reply again = limit(open.alice, "BUY", "0.1", "40000", "newClientOrderId", "a:/b");

    assertThat(
            cancel.get("origClientOrderId")
                + " "
                + cancel.get("clientOrderId")
                + " "
                + cancel.get("status"))
        .isEqualTo("a:/b gone CANCELED");
    assertThat(again.get("status")).isEqualTo("NEW");
    assertThat(balances(open.alice)).contains("USDT 96000.00000000 4000.00000000");
  }

  @Test
  void aReplacementIsPlacedOnlyIfTheCancelWorked() {
    Reply first = limit(open.alice, "BUY", "0.1", "50000");
    String[] replacement = {
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
      "49000",
      "cancelReplaceMode",
      "STOP_ON_FAILURE",
      "cancelOrderId",
      first.get("orderId")
    };

    Reply worked = open.alice.signed("POST", "/api/v3/order/cancelReplace", replacement);
    Reply failed = open.alice.signed("POST", "/api/v3/order/cancelReplace", replacement);

    assertThat(worked.get("cancelResult") + " " + worked.get("newOrderResult"))
        .isEqualTo("SUCCESS SUCCESS");
    assertThat(failed.refusal()).isEqualTo("400 -2022 Order cancel-replace failed.");
    assertThat(String.valueOf(((Map<?, ?>) failed.body()).get("data")))
        .contains(
            "cancelResult=FAILURE", "newOrderResult=NOT_ATTEMPTED", "msg=Unknown order sent.");
    assertThat(open.alice.signed("GET", "/api/v3/openOrders", "symbol", "BTCUSDT").rows())
        .extracting(row -> row.get("price"))
        .containsExactly("49000.00000000");
  }

  @Test
  void anOrderIsReducedAndKeepsItsPlace() {
    Reply first = limit(open.alice, "BUY", "1", "50000", "newClientOrderId", "first");
    limit(open.bob, "BUY", "1", "50000");

    Reply amended =
        open.alice.signed(
            "PUT",
            "/api/v3/order/amend/keepPriority",
            "symbol",
            "BTCUSDT",
            "orderId",
            first.get("orderId"),
            "newQty",
            "0.5",
            "newClientOrderId",
            "second");
    open.venue.quote("BTCUSDT", "49000.00", "1", "50000.00", "0.5");

    Reply after = query(open.alice, first);
    assertThat(String.valueOf(((Map<?, ?>) amended.body()).get("amendedOrder")))
        .contains("origClientOrderId=first", "clientOrderId=second", "qty=0.50000000");
    assertThat(after.get("status") + " " + after.get("origQty")).isEqualTo("FILLED 0.50000000");
  }

  @Test
  void aCancelledOrderIsCalledLikeItsCancel() {
    Reply order = limit(open.alice, "BUY", "0.1", "50000", "newClientOrderId", "first");
    String path = "/api/v3/order";
    open.alice.signed(
        "DELETE",
        path,
        "symbol",
        "BTCUSDT",
        "origClientOrderId",
        "first",
        "newClientOrderId",
        "gone");

    Reply byName =
        open.alice.signed("GET", path, "symbol", "BTCUSDT", "origClientOrderId", "first");

    assertThat(byName.refusal()).isEqualTo("400 -2013 Order does not exist.");
    assertThat(query(open.alice, order).get("clientOrderId")).isEqualTo("gone");
  }

  @Test
  void aReplacementThatBreaksAFilterCancelsNothing() {
    Reply first = limit(open.alice, "BUY", "0.1", "50000");

    Reply reply =
        open.alice.signed(
            "POST",
            "/api/v3/order/cancelReplace",
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
            "49000.001",
            "cancelReplaceMode",
            "STOP_ON_FAILURE",
            "cancelOrderId",
            first.get("orderId"));

    assertThat(reply.refusal()).isEqualTo("400 -1013 Filter failure: PRICE_FILTER");
    assertThat(query(open.alice, first).get("status")).isEqualTo("NEW");
  }

  @Test
  void anOrderIsChangedTenTimesAtMost() {
    Reply order = limit(open.alice, "BUY", "1", "50000");

    Reply last = order;
    for (int i = 1; i <= 11; i++) {
      last =
          open.alice.signed(
              "PUT",
              "/api/v3/order/amend/keepPriority",
              "symbol",
              "BTCUSDT",
              "orderId",
              order.get("orderId"),
              "newQty",
              "0." + (90 - i));
    }

    assertThat(last.refusal()).isEqualTo("400 -2038 Filter failure: MAX_NUM_ORDER_AMENDS");
    assertThat(query(open.alice, order).get("origQty")).isEqualTo("0.80000000");
  }

  @Test
  void anOrderThatWouldMeetItsOwnAccountsEndsTheOther() {
    open.quote("59000.00", "61000.00");
    Reply maker = limit(open.alice, "BUY", "1", "60000.00");

    Reply taker = limit(open.alice, "SELL", "1", "60000.00");

    Reply ended = query(open.alice, maker);
    assertThat(ended.get("status") + " " + ended.get("preventedQuantity"))
        .isEqualTo("EXPIRED_IN_MATCH 1.00000000");
    assertThat(taker.get("status") + " " + taker.get("executedQty")).isEqualTo("NEW 0.00000000");
  }
}
