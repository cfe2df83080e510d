package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters of the exchange and of assets, and the price that orders are judged by (filters.md). */
@Tag("P18")
class AccountLimitsTest {
  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  private Reply order(String symbol, String... more) {
    String[] parameters = new String[4 + more.length];
    System.arraycopy(more, 0, parameters, 4, more.length);
    parameters[0] = "symbol";
    parameters[1] = symbol;
    parameters[2] = "side";
    parameters[3] = "SELL";
    return open.alice.signed("POST", "/api/v3/order", parameters);
  }

  private Reply stop(String symbol, String trigger) {
    return order(symbol, "type", "STOP_LOSS", "quantity", "0.1", "stopPrice", trigger);
  }

  private static String outcome(Reply reply) {
    return reply.status() == 200 ? "taken" : reply.refusal();
  }

  @ParameterizedTest
  @CsvSource({"EXCHANGE_MAX_NUM_ORDERS", "EXCHANGE_MAX_NUM_ALGO_ORDERS"})
  void ordersOfAllSymbolsAreCounted(String filter) {
    open.venue.quote("ETHUSDT", "3000.00", "2", "3000.01", "2");
    open.venue.limit("alice", filter, "1");

    List<String> outcomes =
        List.of(outcome(stop("BTCUSDT", "50000.00")), outcome(stop("ETHUSDT", "2000.00")));

    assertThat(outcomes).containsExactly("taken", "400 -1013 Filter failure: " + filter);
  }

  @Test
  void icebergsOfAllSymbolsAreCounted() {
    open.venue.limit("alice", "EXCHANGE_MAX_NUM_ICEBERG_ORDERS", "0");

    Reply iceberg =
        order(
            "BTCUSDT",
            "type",
            "LIMIT",
            "timeInForce",
            "GTC",
            "quantity",
            "1",
            "price",
            "70000.00",
            "icebergQty",
            "0.1");

    assertThat(outcome(iceberg))
        .isEqualTo("400 -1013 Filter failure: EXCHANGE_MAX_NUM_ICEBERG_ORDERS");
    assertThat(outcome(OpenVenue.limit(open.alice, "SELL", "1", "70000.00"))).isEqualTo("taken");
  }

  @Test
  void listsOfAllSymbolsAreCounted() {
    open.venue.limit("alice", "EXCHANGE_MAX_NUM_ORDER_LISTS", "0");
    open.trade("60000.00");

    Reply list =
        open.alice.signed(
            "POST",
            "/api/v3/orderList/oco",
            "symbol",
            "BTCUSDT",
            "side",
            "SELL",
            "quantity",
            "0.1",
            "aboveType",
            "LIMIT_MAKER",
            "abovePrice",
            "61000.00",
            "belowType",
            "STOP_LOSS",
            "belowStopPrice",
            "59000.00");

    assertThat(outcome(list)).isEqualTo("400 -1013 Filter failure: EXCHANGE_MAX_NUM_ORDER_LISTS");
  }

  @ParameterizedTest
  @CsvSource({"BTC, 0.5", "USDT, 30000"})
  void oneOrderTransactsNoMoreOfAnAssetThanTheAccountMay(String asset, String most) {
    open.venue.limit("alice", asset, most);

    List<String> outcomes =
        List.of(
            outcome(OpenVenue.limit(open.alice, "BUY", "0.5", "59999.00")),
            outcome(OpenVenue.limit(open.alice, "BUY", "0.51", "59999.00")),
            outcome(OpenVenue.limit(open.bob, "BUY", "0.51", "59999.00")));

    assertThat(outcomes).containsExactly("taken", "400 -1013 Filter failure: MAX_ASSET", "taken");
  }

  @Test
  void tellsAnAccountItsFilters() {
    open.venue.limit("alice", "USDT", "5000");
    open.venue.limit("alice", "ETH", "1");
    open.venue.limit("alice", "EXCHANGE_MAX_NUM_ORDERS", "7");

    Reply filters = open.alice.signed("GET", "/api/v3/myFilters", "symbol", "BTCUSDT");

    Map<?, ?> body = (Map<?, ?>) filters.body();
    assertThat(String.valueOf(body.get("assetFilters")))
        .isEqualTo("[{filterType=MAX_ASSET, asset=USDT, limit=5000.00000000}]");
    assertThat(String.valueOf(body.get("exchangeFilters")))
        .contains("{filterType=EXCHANGE_MAX_NUM_ORDERS, maxNumOrders=7}");
    assertThat(String.valueOf(body.get("symbolFilters"))).contains("MAX_NUM_ORDER_LISTS");
    assertThat(String.valueOf(((Map<?, ?>) info().body()).get("exchangeFilters")))
        .contains("{filterType=EXCHANGE_MAX_NUM_ORDERS, maxNumOrders=1000}");
  }

  private Reply info() {
    return open.alice.open("GET", "/api/v3/exchangeInfo");
  }

  private String reference() {
    Reply reply = open.alice.open("GET", "/api/v3/referencePrice?symbol=BTCUSDT");
    return reply.status() == 200 ? reply.get("referencePrice") : reply.refusal();
  }

  @Test
  void tellsTheReferencePriceThatIsNullAtTimes() {
    String never = reference();

    open.venue.refer("BTCUSDT", "60000");
    String set = reference();
    open.venue.refer("BTCUSDT", "");

    assertThat(never).isEqualTo("400 -2043 This symbol doesn't have a reference price.");
    assertThat(set).isEqualTo("60000.00000000");
    assertThat(reference()).isEqualTo("null");
  }

  /** The average of what was traded is 60000.00, of which a price may be five times as much. */
  @Test
  void pricesAreJudgedByTheReferencePriceWhereThereIsOne() {
    open.trade("60000.00");
    String byTrades = outcome(OpenVenue.limit(open.alice, "SELL", "0.1", "310000.00"));

    open.venue.refer("BTCUSDT", "62000");
    String byReference = outcome(OpenVenue.limit(open.alice, "SELL", "0.1", "310000.00"));
    open.venue.refer("BTCUSDT", "");
    String again = outcome(OpenVenue.limit(open.alice, "SELL", "0.1", "310000.00"));

    String refusal = "400 -1013 Filter failure: PERCENT_PRICE_BY_SIDE";
    assertThat(List.of(byTrades, byReference, again)).containsExactly(refusal, "taken", refusal);
  }

  @Test
  void anAccountIsToldHowManyOrdersItPlaced() {
    stop("BTCUSDT", "50000.00");
    stop("BTCUSDT", "50000.00");

    Reply counts = open.alice.signed("GET", "/api/v3/rateLimit/order");
    Reply others = open.bob.signed("GET", "/api/v3/rateLimit/order");
    open.passMillis(10_000);
    Reply later = open.alice.signed("GET", "/api/v3/rateLimit/order");

    assertThat(used(counts)).containsExactly("ORDERS SECOND 10 100 2", "ORDERS DAY 1 200000 2");
    assertThat(used(others)).containsExactly("ORDERS SECOND 10 100 0", "ORDERS DAY 1 200000 0");
    assertThat(used(later)).containsExactly("ORDERS SECOND 10 100 0", "ORDERS DAY 1 200000 2");
  }

  private static List<String> used(Reply reply) {
    return reply.rows().stream()
        .map(
            row ->
                row.get("rateLimitType")
                    + " "
                    + row.get("interval")
                    + " "
                    + row.get("intervalNum")
                    + " "
                    + row.get("limit")
                    + " "
                    + row.get("count"))
        .toList();
  }
}
