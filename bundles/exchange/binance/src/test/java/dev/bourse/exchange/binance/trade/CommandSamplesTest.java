package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.Samples;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.testkit.TestOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections, pairs and replacements as documents and official client show their answers. */
@Tag("outside")
@Tag("P18")
class CommandSamplesTest {
  private static final long MILLI = 1_000_000L;
  private static final String LTCBTC =
      """
      {"symbols":[{"symbol":"LTCBTC","status":"TRADING","baseAsset":"LTC","baseAssetPrecision":8,
      "quoteAsset":"BTC","quoteAssetPrecision":8,"ocoAllowed":true,"cancelReplaceAllowed":true,
      "filters":[
      {"filterType":"PRICE_FILTER","minPrice":"0","maxPrice":"0","tickSize":"0.00000001"},
      {"filterType":"LOT_SIZE","minQty":"0.00000001","maxQty":"1000","stepSize":"0.00000001"}]}]}
      """;

  private final AccountBench bench = new AccountBench();

  private Instrument connected() throws RestException {
    bench.connected();
    bench.published.put("/api/v3/exchangeInfo", LTCBTC);
    bench.rules.read(List.of("LTCBTC"));
    bench.sink.take();
    return Objects.requireNonNull(bench.rules.find("LTCBTC"), "it was read").instrument();
  }

  @Test
  void aConnectionOpensWithTheAnswersOfTheSamplesAndKnowsTheVenuesTime() {
    List<JsonNode> times = new ArrayList<>(Samples.rest("GET /api/v3/time"));
    times.add(Samples.socket("time"));

    for (JsonNode time : times) {
      AccountBench opening = new AccountBench();
      opening.done("time", time.toString());
      opening.done(
          "userDataStream.subscribe.signature",
          Samples.socket("userDataStream.subscribe.signature").toString());
      opening.done("account.status", Samples.rest("GET /api/v3/account").get(0).toString());
      opening.done("order.test", Samples.socket("order.test").toString());
      long before = opening.worker.now();
      opening.account.start();
      opening.worker.passes(Duration.ofSeconds(1));

      assertThat(opening.sink.events(ConnectionChanged.class))
          .first()
          .matches(ConnectionChanged::connected);
      assertThat(opening.limits.weights().clock().offset())
          .isEqualTo(time.path("serverTime").asLong() * MILLI - before);
    }

    assertThat(times).hasSize(3);
  }

  @Test
  void aPairIsAcceptedAsItsAnswerSays() throws RestException {
    JsonNode answer = Samples.rest("POST /api/v3/orderList/oco").get(0);
    JsonNode below = answer.path("orderReports").path(0);
    JsonNode above = answer.path("orderReports").path(1);
    Instrument ltcbtc = connected();
    Quantity quantity = Quantity.of(below.path("origQty").asText());
    Price stopsAt = Price.of(below.path("stopPrice").asText());
    Order stop =
        TestOrders.order(
            below.path("clientOrderId").asText(),
            OrderSpec.stopLimit(ltcbtc, Side.SELL, quantity, stopsAt, stopsAt));
    Order target =
        TestOrders.order(
            above.path("clientOrderId").asText(),
            OrderSpec.limit(ltcbtc, Side.SELL, quantity, Price.of(above.path("price").asText())));
    bench.done("orderList.place.oco", answer.toString());

    List<VenueEvent> told = bench.told(new ExchangeCommand.SubmitPair(stop, target, 0));

    assertThat(told).containsExactly(accepted(below), accepted(above));
  }

  @Test
  @Tag("N19")
  void anEntryAndThePairThatWaitsForItAreAcceptedAsTheirAnswerSays() throws RestException {
    JsonNode answer = Samples.rest("POST /api/v3/orderList/otoco").get(0);
    JsonNode working = answer.path("orderReports").path(0);
    JsonNode above = answer.path("orderReports").path(1);
    JsonNode below = answer.path("orderReports").path(2);
    Instrument ltcbtc = connected();
    Quantity quantity = Quantity.of(above.path("origQty").asText());
    Order entry =
        TestOrders.order(
            working.path("clientOrderId").asText(),
            OrderSpec.limit(
                ltcbtc,
                Side.SELL,
                Quantity.of(working.path("origQty").asText()),
                Price.of(working.path("price").asText())));
    Order stop =
        TestOrders.order(
            above.path("clientOrderId").asText(),
            OrderSpec.stopLimit(
                ltcbtc,
                Side.BUY,
                quantity,
                Price.of(above.path("stopPrice").asText()),
                Price.of(above.path("price").asText())));
    Order target =
        TestOrders.order(
            below.path("clientOrderId").asText(),
            OrderSpec.limit(ltcbtc, Side.BUY, quantity, Price.of(below.path("price").asText())));
    bench.done("orderList.place.otoco", answer.toString());

    List<VenueEvent> told =
        bench.told(new ExchangeCommand.SubmitBracket(entry, List.of(stop, target), 0));

    assertThat(told).containsExactly(accepted(working), accepted(above), accepted(below));
  }

  private static OrderReport.Accepted accepted(JsonNode row) {
    return new OrderReport.Accepted(
        TestOrders.ACCOUNT,
        TestOrders.order(row.path("clientOrderId").asText(), AccountBench.resting("x").spec()).id(),
        row.path("orderId").asText(),
        row.path("transactTime").asLong() * MILLI);
  }

  /** The official client's tests leave out what was executed: whether anything was is asked. */
  @Test
  void aReplacementWithoutItsNumbersIsToldAndThenInDoubt() throws RestException {
    JsonNode answer = Samples.socket("order.cancelReplace");
    JsonNode made = answer.path("newOrderResponse");
    Order resting =
        TestOrders.order(
                "a",
                OrderSpec.limit(connected(), Side.SELL, Quantity.of("1"), Price.of("2.00000000")))
            .with(OrderStatus.ACCEPTED, "", 0)
            .withVenueOrderId(answer.path("cancelResponse").path("orderId").asText());
    bench.done("order.cancelReplace", answer.toString());

    List<VenueEvent> told =
        bench.told(
            new ExchangeCommand.Amend(resting, OrderChange.price(Price.of("3.00000000")), 0));

    assertThat(told.get(0))
        .isInstanceOfSatisfying(
            OrderReport.Updated.class,
            each -> {
              assertThat(each.venueOrderId()).isEqualTo(made.path("orderId").asText());
              assertThat(each.eventTime()).isEqualTo(made.path("transactTime").asLong() * MILLI);
            });
    assertThat(told.subList(1, told.size()))
        .singleElement()
        .isInstanceOf(OrderReport.AnswerLost.class);
  }
}
