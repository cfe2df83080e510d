package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.exchange.binance.market.FakeRest;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves for an entry and its exits, and what of it does not. */
@Tag("N19")
@Tag("B1")
class BracketFormTest {
  private static final Quantity LESS = Quantity.of("0.999");
  private static final Price STOP = Price.of("80.00");
  private static final Price TARGET = Price.of("110.00");

  private final AccountBench bench = new AccountBench().connected();

  private static OrderSpec limit(Side side, String quantity, String price) {
    return OrderSpec.limit(Instruments.BTCUSD, side, Quantity.of(quantity), Price.of(price));
  }

  private static Order entry(OrderSpec spec) {
    return TestOrders.order("t-s-1-1", spec, true);
  }

  private static Order exit(String id, OrderSpec spec) {
    return TestOrders.order(id, spec, false);
  }

  private static Order stop(Side side, Price at) {
    return exit("t-s-1-2", OrderSpec.stop(Instruments.BTCUSD, side, LESS, at));
  }

  private static Order target(Side side, Price at) {
    return exit("t-s-1-3", OrderSpec.limit(Instruments.BTCUSD, side, LESS, at));
  }

  private List<VenueEvent> told(Order entry, Order... exits) {
    return bench.told(new ExchangeCommand.SubmitBracket(entry, List.of(exits), 0));
  }

  /** What was sent last whose name a test wants. */
  private Map<String, String> sent(String method, Predicate<String> wanted) throws Exception {
    JsonNode call = Json.read(bench.sent.get(bench.sent.size() - 1));
    assertThat(call.path("method").asText()).isEqualTo(method);
    Map<String, String> params = new TreeMap<>();
    call.path("params")
        .properties()
        .forEach(
            each -> {
              if (wanted.test(each.getKey())) {
                params.put(each.getKey(), each.getValue().asText());
              }
            });
    return params;
  }

  @Test
  void anEntryAndOneExitAreOneCall() throws Exception {
    Order entry = entry(limit(Side.BUY, "1", "90.00").lasting(TimeInForce.FOK));

    told(entry, stop(Side.SELL, STOP));

    assertThat(sent("orderList.place.oto", each -> !each.matches("apiKey|signature|timestamp")))
        .containsOnly(
            Map.entry("symbol", "BTCUSD"),
            Map.entry("workingType", "LIMIT"),
            Map.entry("workingSide", "BUY"),
            Map.entry("workingQuantity", "1.00000000"),
            Map.entry("workingPrice", "90.00"),
            Map.entry("workingTimeInForce", "FOK"),
            Map.entry("workingClientOrderId", "t-s-1-1"),
            Map.entry("pendingType", "STOP_LOSS"),
            Map.entry("pendingSide", "SELL"),
            Map.entry("pendingQuantity", "0.99900000"),
            Map.entry("pendingStopPrice", "80.00"),
            Map.entry("pendingClientOrderId", "t-s-1-2"),
            Map.entry("listClientOrderId", OrderNames.list(entry.id())),
            Map.entry("newOrderRespType", "FULL"),
            Map.entry("recvWindow", "5000"));
  }

  private static Stream<Arguments> exits() {
    Price away = Price.of("79.00");
    OrderSpec limit = OrderSpec.limit(Instruments.BTCUSD, Side.SELL, LESS, TARGET);
    return Stream.of(
        Arguments.of(limit, "{Price=110.00, TimeInForce=GTC, Type=LIMIT}"),
        Arguments.of(limit.postingOnly(), "{Price=110.00, Type=LIMIT_MAKER}"),
        Arguments.of(
            OrderSpec.stopLimit(Instruments.BTCUSD, Side.SELL, LESS, STOP, away),
            "{Price=79.00, StopPrice=80.00, TimeInForce=GTC, Type=STOP_LOSS_LIMIT}"),
        Arguments.of(
            OrderSpec.ifTouched(Instruments.BTCUSD, Side.SELL, LESS, TARGET),
            "{StopPrice=110.00, Type=TAKE_PROFIT}"),
        Arguments.of(
            OrderSpec.limitIfTouched(Instruments.BTCUSD, Side.SELL, LESS, TARGET, STOP),
            "{Price=80.00, StopPrice=110.00, TimeInForce=GTC, Type=TAKE_PROFIT_LIMIT}"));
  }

  @ParameterizedTest
  @MethodSource("exits")
  void oneExitMayBeOfAnyKindThatRests(OrderSpec spec, String wanted) throws Exception {
    told(entry(limit(Side.BUY, "1", "90.00")), exit("t-s-1-2", spec));

    Map<String, String> sent =
        sent(
            "orderList.place.oto",
            each -> each.matches("pending(Type|Price|StopPrice|TimeInForce|TrailingDelta)"));

    assertThat(sent.toString().replace("pending", "")).isEqualTo(wanted);
  }

  @Test
  void ofTwoExitsBehindABuyTheStopIsBelowAndTheTargetAboveNeverTakes() throws Exception {
    told(
        entry(limit(Side.BUY, "1", "90.00").postingOnly()),
        stop(Side.SELL, STOP),
        target(Side.SELL, TARGET));

    assertThat(sent("orderList.place.otoco", each -> each.matches("(working|pending).*")))
        .containsOnly(
            Map.entry("workingType", "LIMIT_MAKER"),
            Map.entry("workingSide", "BUY"),
            Map.entry("workingQuantity", "1.00000000"),
            Map.entry("workingPrice", "90.00"),
            Map.entry("workingClientOrderId", "t-s-1-1"),
            Map.entry("pendingSide", "SELL"),
            Map.entry("pendingQuantity", "0.99900000"),
            Map.entry("pendingBelowType", "STOP_LOSS"),
            Map.entry("pendingBelowStopPrice", "80.00"),
            Map.entry("pendingBelowClientOrderId", "t-s-1-2"),
            Map.entry("pendingAboveType", "LIMIT_MAKER"),
            Map.entry("pendingAbovePrice", "110.00"),
            Map.entry("pendingAboveClientOrderId", "t-s-1-3"));
  }

  @Test
  void ofTwoExitsBehindASaleTheStopIsAboveAndTheEntryStaysAsItIs() throws Exception {
    told(entry(limit(Side.SELL, "1", "90.00")), stop(Side.BUY, TARGET), target(Side.BUY, STOP));

    assertThat(sent("orderList.place.otoco", each -> each.matches("(working|pending).*Type|.*Id")))
        .contains(
            Map.entry("workingType", "LIMIT"),
            Map.entry("pendingAboveType", "STOP_LOSS"),
            Map.entry("pendingAboveClientOrderId", "t-s-1-2"),
            Map.entry("pendingBelowType", "LIMIT_MAKER"),
            Map.entry("pendingBelowClientOrderId", "t-s-1-3"));
  }

  private List<String> denials(List<VenueEvent> told) {
    assertThat(bench.called).noneMatch(each -> each.startsWith("orderList"));
    return told.stream()
        .map(OrderReport.Denied.class::cast)
        .map(each -> each.orderId() + " " + each.reason() + " " + each.passing())
        .toList();
  }

  @Test
  void anEntryWithoutALimitIsNotSent() {
    Order entry = entry(OrderSpec.market(Instruments.BTCUSD, Side.BUY, Quantity.of("1")));

    List<VenueEvent> told = told(entry, stop(Side.SELL, STOP));

    String reason = " UNSUPPORTED_ORDER: entry=MARKET allowed=LIMIT, LIMIT_MAKER false";
    assertThat(denials(told)).containsExactly("t-s-1-1" + reason, "t-s-1-2" + reason);
  }

  @Test
  void exitsThatAreNoPairAreNotSent() {
    Order more = exit("t-s-1-3", limit(Side.SELL, "1", "110.00"));

    List<VenueEvent> told = told(entry(limit(Side.BUY, "1", "90.00")), stop(Side.SELL, STOP), more);

    assertThat(denials(told))
        .hasSize(3)
        .allMatch(each -> each.contains("UNSUPPORTED_ORDER: pair=SELL 0.99900000, SELL 1.0000"));
  }

  private void symbolWith(String field, String... more) throws Exception {
    String symbol = FakeRest.SYMBOL.replace("BTCUSDT", "BTCUSD");
    bench.published.put(
        "/api/v3/exchangeInfo",
        symbol.replace("\"quoteAsset\"", String.join(",", more) + field + ",\"quoteAsset\""));
    bench.rules.read(List.of("BTCUSD"));
    bench.called.clear();
  }

  @Test
  void aSymbolThatTakesNoSuchListsIsNotAskedTo() throws Exception {
    symbolWith("\"otoAllowed\":false");

    List<VenueEvent> told = told(entry(limit(Side.BUY, "1", "90.00")), stop(Side.SELL, STOP));

    String reason = " NOT_ALLOWED: symbol=BTCUSD otoAllowed=false false";
    assertThat(denials(told)).containsExactly("t-s-1-1" + reason, "t-s-1-2" + reason);
  }

  @Test
  void aSymbolThatTakesNoPairsTakesOneExitOnly() throws Exception {
    symbolWith("\"ocoAllowed\":false");
    Order entry = entry(limit(Side.BUY, "1", "90.00"));

    List<VenueEvent> two = told(entry, stop(Side.SELL, STOP), target(Side.SELL, TARGET));
    List<String> denied = denials(two);
    told(entry, stop(Side.SELL, STOP));

    assertThat(denied)
        .hasSize(3)
        .allMatch(each -> each.contains("NOT_ALLOWED: symbol=BTCUSD ocoAllowed=false"));
    assertThat(bench.called).contains("orderList.place.oto");
  }

  @Test
  @Tag("G3")
  void aFilterThatOneDoesNotPassKeepsAllHere() throws Exception {
    symbolWith("\"otoAllowed\":true");
    Order small = exit("t-s-1-2", limit(Side.SELL, "0.000001", "110.00"));

    List<VenueEvent> told = told(entry(limit(Side.BUY, "1", "90.00")), small);

    assertThat(denials(told))
        .extracting(each -> each.replaceAll("LOT_SIZE: quantity=0.000001.*false", "LOT_SIZE"))
        .containsExactly("t-s-1-1 LOT_SIZE", "t-s-1-2 LOT_SIZE");
  }

  private void counted(int count) throws Exception {
    bench.limits.heard(
        Json.read(
            "[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,"
                + "\"limit\":4,\"count\":"
                + count
                + "}]"));
  }

  @Test
  @Tag("G7")
  void eachOrderOfItCounts() throws Exception {
    counted(2);
    Order entry = entry(limit(Side.BUY, "1", "90.00"));

    List<VenueEvent> three = told(entry, stop(Side.SELL, STOP), target(Side.SELL, TARGET));
    List<String> denied = denials(three);
    told(entry, stop(Side.SELL, STOP));

    assertThat(denied)
        .hasSize(3)
        .allMatch(each -> each.contains(" ORDER_LIMIT: ") && each.endsWith(" true"));
    assertThat(bench.called).contains("orderList.place.oto");
  }

  @Test
  @Tag("G7")
  void whatHasLeftCountsForEachOrderUntilTheVenueNamesItsCount() throws Exception {
    counted(0);
    bench.done("orderList.place.otoco", "{}");
    Order entry = entry(limit(Side.BUY, "1", "90.00"));
    told(entry, stop(Side.SELL, STOP), target(Side.SELL, TARGET));

    List<VenueEvent> two = told(entry, stop(Side.SELL, STOP));

    assertThat(bench.called).doesNotContain("orderList.place.oto");
    assertThat(two)
        .hasSize(2)
        .allMatch(
            each ->
                each instanceof OrderReport.Denied denied
                    && denied.reason().startsWith("ORDER_LIMIT: "));
  }

  @Test
  @Tag("G7")
  void whatWaitsForRoomIsTakenBackWhole() throws Exception {
    counted(4);
    Order entry = TestOrders.order("t-s-1-1", limit(Side.BUY, "1", "90.00"), false);
    Order stop = stop(Side.SELL, STOP);
    List<VenueEvent> waiting = told(entry, stop, target(Side.SELL, TARGET));

    List<VenueEvent> told = bench.told(new ExchangeCommand.Cancel(stop, 0));

    String with = " NOT_SENT: with=t-s-1-2 which was cancelled before it left true";
    assertThat(waiting).isEmpty();
    assertThat(denials(told))
        .containsExactly(
            "t-s-1-2 NOT_SENT: it was cancelled before it left false",
            "t-s-1-1" + with,
            "t-s-1-3" + with);
  }
}
