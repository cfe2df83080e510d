package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls cost, as rest-api.md names it with each of them. */
@Tag("P18")
class WeightsTest {
  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  private static int used(Reply reply) {
    return Integer.parseInt(reply.header("x-mbx-used-weight-1m"));
  }

  @ParameterizedTest
  @CsvSource({
    "ping, 1",
    "time, 1",
    "exchangeInfo, 20",
    "depth?symbol=BTCUSDT, 5",
    "depth?symbol=BTCUSDT&limit=100, 5",
    "depth?symbol=BTCUSDT&limit=101, 25",
    "depth?symbol=BTCUSDT&limit=500, 25",
    "depth?symbol=BTCUSDT&limit=501, 50",
    "depth?symbol=BTCUSDT&limit=1000, 50",
    "depth?symbol=BTCUSDT&limit=1001, 250",
    "depth?symbol=BTCUSDT&limit=9999, 250",
    "trades?symbol=BTCUSDT, 25",
    "historicalTrades?symbol=BTCUSDT, 25",
    "aggTrades?symbol=BTCUSDT, 4",
    "klines?symbol=BTCUSDT&interval=1m, 2",
    "uiKlines?symbol=BTCUSDT&interval=1m, 2",
    "avgPrice?symbol=BTCUSDT, 2",
    "referencePrice?symbol=BTCUSDT, 2",
    "ticker/price?symbol=BTCUSDT, 2",
    "ticker/price, 4",
    "ticker/bookTicker?symbol=BTCUSDT, 2",
    "ticker/bookTicker, 4",
    "ticker/24hr?symbol=BTCUSDT, 2",
    "ticker/24hr, 80"
  })
  void aPublicCallCosts(String call, int weight) {
    Reply reply = open.alice.open("GET", "/api/v3/" + call);

    assertThat(used(reply)).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource({
    "ticker/24hr, 1, 2",
    "ticker/24hr, 20, 2",
    "ticker/24hr, 21, 40",
    "ticker/24hr, 100, 40",
    "ticker/24hr, 101, 80",
    "ticker/price, 3, 4",
    "ticker/bookTicker, 3, 4"
  })
  void severalSymbolsCostByTheirNumberWhetherTheyAreThereOrNot(String call, int count, int weight) {
    String names =
        IntStream.range(0, count)
            .mapToObj(i -> "%22S" + i + "%22")
            .collect(Collectors.joining(","));

    Reply reply = open.alice.open("GET", "/api/v3/" + call + "?symbols=%5B" + names + "%5D");

    assertThat(reply.get("code")).isEqualTo("-1121");
    assertThat(used(reply)).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource({
    "account, '', 20",
    "account/commission, symbol=BTCUSDT, 20",
    "myFilters, symbol=BTCUSDT, 40",
    "rateLimit/order, '', 40",
    "order, symbol=BTCUSDT&orderId=7, 4",
    "openOrders, symbol=BTCUSDT, 6",
    "openOrders, '', 80",
    "allOrders, symbol=BTCUSDT, 20",
    "orderList, orderListId=7, 4",
    "allOrderList, '', 20",
    "openOrderList, '', 6",
    "myTrades, symbol=BTCUSDT, 20",
    "myTrades, symbol=BTCUSDT&orderId=7, 5"
  })
  void aQuestionOfAnAccountCosts(String call, String parameters, int weight) {
    String[] pairs = parameters.isEmpty() ? new String[0] : parameters.split("[=&]", -1);

    Reply reply = open.alice.signed("GET", "/api/v3/" + call, pairs);

    assertThat(used(reply)).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "true, 20"})
  void aTestOrderCostsMoreIfItIsAskedForRates(String rates, int weight) {
    Reply reply =
        open.alice.signed(
            "POST",
            "/api/v3/order/test",
            "symbol",
            "BTCUSDT",
            "side",
            "BUY",
            "type",
            "MARKET",
            "quantity",
            "0.1",
            "computeCommissionRates",
            rates);

    assertThat(reply.status() + " " + used(reply)).isEqualTo("200 " + weight);
  }

  @Test
  void ordersAndCancelsThatSucceedCostNothingAndAnAmendIsPaidFor() {
    Reply placed = OpenVenue.limit(open.alice, "BUY", "0.2", "50000");
    Reply refused = OpenVenue.limit(open.alice, "BUY", "0.2", "50000.001");
    String id = placed.get("orderId");
    Reply amended =
        open.alice.signed(
            "PUT",
            "/api/v3/order/amend/keepPriority",
            "symbol",
            "BTCUSDT",
            "orderId",
            id,
            "newQty",
            "0.1");
    Reply canceled =
        open.alice.signed("DELETE", "/api/v3/order", "symbol", "BTCUSDT", "orderId", id);

    assertThat(placed.status() + " " + used(placed)).isEqualTo("200 0");
    assertThat(refused.status() + " " + used(refused)).isEqualTo("400 1");
    assertThat(amended.status() + " " + used(amended)).isEqualTo("200 5");
    assertThat(canceled.status() + " " + used(canceled)).isEqualTo("200 5");
  }
}
