package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.OutsideCases;
import dev.bourse.exchange.binance.Samples;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.testkit.TestOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the venue's documents show of answers and of the account's events. */
@Tag("outside")
@Tag("P18")
class AnswerSamplesTest {
  private final JsonNode answers = OutsideCases.read("binance/spot-samples/web-socket-api.json");
  private final AccountBench bench = new AccountBench().connected();

  AnswerSamplesTest() throws RestException {
    bench.published.put("/api/v3/exchangeInfo", symbols());
    bench.published.put("/api/v3/referencePrice", "{\"code\":-2043}");
    answers("account.commission", sample("Account Commission Rates (USER_DATA)", 0));
    answers("myFilters", sample("Query Relevant Filters (USER_DATA)", 0));
    bench.rules.read(List.of("BTCUSDT", "ETHBTC"));
    bench.sink.take();
  }

  private static String symbols() {
    String filters =
        "\"filters\":[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0\",\"maxPrice\":\"0\","
            + "\"tickSize\":\"0.00000001\"},{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00000001\","
            + "\"maxQty\":\"1000\",\"stepSize\":\"0.00000001\"}]}";
    return "{\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"TRADING\",\"baseAsset\":\"BTC\","
        + "\"baseAssetPrecision\":8,\"quoteAsset\":\"USDT\",\"quoteAssetPrecision\":8,"
        + "\"amendAllowed\":true,\"cancelReplaceAllowed\":true,"
        + filters
        + ",{\"symbol\":\"ETHBTC\",\"status\":\"TRADING\",\"baseAsset\":\"ETH\","
        + "\"baseAssetPrecision\":8,\"quoteAsset\":\"BTC\",\"quoteAssetPrecision\":8,"
        + filters
        + "]}";
  }

  /** The answer of the documents below a heading, counted from zero; questions are left out. */
  private JsonNode sample(String heading, int number) {
    return StreamSupport.stream(answers.spliterator(), false)
        .filter(each -> each.path("heading").asText().contains(heading))
        .map(each -> each.path("json"))
        .filter(each -> !each.has("method"))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private void answers(String method, JsonNode sample) {
    if (sample.has("error")) {
      bench.refuses(method, sample.path("status").asInt(), sample.path("error").toString());
    } else {
      bench.done(method, sample.path("result").toString());
    }
  }

  private Instrument btcusdt() {
    return Objects.requireNonNull(bench.rules.find("BTCUSDT"), "it was read").instrument();
  }

  private Order order() {
    OrderSpec spec =
        OrderSpec.limit(
            btcusdt(), Side.SELL, Quantity.of("0.00847000"), Price.of("23416.10000000"));
    return TestOrders.order("a", spec)
        .with(OrderStatus.ACCEPTED, "", 0)
        .withVenueOrderId("12569099453");
  }

  @Test
  void anOrderThatFillsAtOnceIsAcceptedAndFilled() {
    answers("order.place", sample("Place new order (TRADE)", 2));

    List<VenueEvent> told = bench.told(new ExchangeCommand.Submit(order(), 0));

    assertThat(told.get(0)).isInstanceOf(OrderReport.Accepted.class);
    assertThat(told)
        .filteredOn(OrderReport.Filled.class::isInstance)
        .extracting(each -> ((OrderReport.Filled) each).fill().fillId())
        .containsExactly("1650422481", "1650422482");
  }

  @Test
  void anOrderWithoutMoneyIsRejected() {
    answers("order.place", sample("Response format", 1));

    List<VenueEvent> told = bench.told(new ExchangeCommand.Submit(order(), 0));

    assertThat(told)
        .singleElement()
        .extracting(each -> ((OrderReport.Rejected) each).reason())
        .isEqualTo(
            "NEW_ORDER_REJECTED: code=-2010 message=Account has insufficient balance for requested"
                + " action.");
  }

  @Test
  void anAmendTellsTheNewQuantity() {
    answers("order.amend.keepPriority", sample("Order Amend Keep Priority (TRADE)", 0));

    List<VenueEvent> told =
        bench.told(
            new ExchangeCommand.Amend(order(), OrderChange.quantity(Quantity.of("0.005")), 0));

    assertThat(told).singleElement().isInstanceOf(OrderReport.Updated.class);
  }

  @Test
  void aReplacementIsDoneOrLeavesTheOrderOrEndsIt() {
    ExchangeCommand dearer =
        new ExchangeCommand.Amend(order(), OrderChange.price(Price.of("23420.00")), 0);

    answers("order.cancelReplace", sample("Cancel and replace order (TRADE)", 0));
    List<VenueEvent> done = bench.told(dearer);
    answers("order.cancelReplace", sample("Cancel and replace order (TRADE)", 1));
    List<VenueEvent> notCancelled = bench.told(dearer);
    answers("order.cancelReplace", sample("Cancel and replace order (TRADE)", 2));
    List<VenueEvent> notPlaced = bench.told(dearer);

    assertThat(done).singleElement().isInstanceOf(OrderReport.Updated.class);
    assertThat(notCancelled)
        .singleElement()
        .extracting(each -> ((OrderReport.UpdateRejected) each).reason())
        .isEqualTo("CANCEL_REJECTED: code=-2011 message=Unknown order sent.");
    assertThat(notPlaced)
        .singleElement()
        .extracting(each -> ((OrderReport.Canceled) each).reason())
        .asString()
        .startsWith("CHANGE_FAILED: ");
  }

  @Test
  void aReportHasTheOrdersTheExecutionsAndTheBalances() {
    answers("openOrders.status", sample("Current open orders (USER_DATA)", 0));
    answers("myTrades", sample("Account trade history (USER_DATA)", 0));
    answers("account.status", sample("Account information (USER_DATA)", 0));
    answers("allOrders", sample("Account order history (USER_DATA)", 0));

    bench.account.requestReport(0);
    bench.asking.passes(Duration.ofMinutes(1));

    AccountEvent.MassReport report = bench.sink.events(AccountEvent.MassReport.class).get(0);
    assertThat(report.openOrders())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
              assertThat(each.filled()).isEqualByComparingTo(Quantity.of("0.00720000"));
            });
    assertThat(report.fills()).extracting(Fill::fillId).contains("1650422481", "1650422482");
    assertThat(report.balances())
        .extracting(Balance::total)
        .extracting(Money::toString)
        .containsExactly("1.43071120 BTC", "1021.21000000 USDT");
  }

  @Test
  void whereAnOrderStandsIsToldWithItsExecutions() {
    answers("order.status", sample("Query order (USER_DATA)", 0));
    answers("myTrades", sample("Account trade history (USER_DATA)", 0));

    bench.account.execute(new ExchangeCommand.Query(order(), 0));
    bench.asking.passes(Duration.ofMinutes(1));

    OrderReport.Status status = bench.sink.events(OrderReport.Status.class).get(0);
    assertThat(status.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(status.filledNotional()).hasToString("198.33521500 USDT");
    assertThat(bench.sink.events(OrderReport.Filled.class)).hasSize(2);
  }

  @Test
  void eventsOfTheAccountAreTold() {
    JsonNode events = OutsideCases.read("binance/spot-samples/user-data-stream.json");

    events.forEach(each -> bench.account.event(each.path("json").path("event")));

    assertThat(bench.sink.events(AccountEvent.Balances.class).get(0).balances())
        .extracting(Balance::total)
        .extracting(Money::toString)
        .containsExactly("10000.00000000 ETH");
    assertThat(bench.sink.events(AccountEvent.CashFlow.class))
        .singleElement()
        .extracting(AccountEvent.CashFlow::amount)
        .hasToString("100.00000000 BTC");
    assertThat(bench.sink.events(OrderReport.Accepted.class))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.orderId().value()).isEqualTo("mUvoqJxFIILMdfAW5iGSOW");
              assertThat(each.venueOrderId()).isEqualTo("4293153");
            });
  }

  /** The official client's tests leave numbers out: an order that may be there is not denied. */
  @Test
  void anAnswerWithoutItsNumbersIsLostNotRefused() {
    bench.done("order.place", Samples.socket("order.place").toString());

    List<VenueEvent> told = bench.told(new ExchangeCommand.Submit(order(), 0));

    assertThat(told.get(0))
        .isInstanceOfSatisfying(
            OrderReport.Accepted.class,
            each -> assertThat(each.venueOrderId()).isEqualTo("12569099453"));
    assertThat(told.get(1)).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(told).hasSize(2);
  }

  @Test
  void whatTheOfficialClientIsTestedWithEndsAndChangesOrders() {
    JsonNode canceled = Samples.socket("order.cancel");
    JsonNode amended = Samples.socket("order.amend.keepPriority");
    bench.done("order.cancel", canceled.toString());
    bench.done("order.amend.keepPriority", amended.toString());

    List<VenueEvent> smaller =
        bench.told(
            new ExchangeCommand.Amend(order(), OrderChange.quantity(Quantity.of("0.005")), 0));
    List<VenueEvent> gone = bench.told(new ExchangeCommand.Cancel(order(), 0));

    assertThat(smaller)
        .singleElement()
        .isInstanceOfSatisfying(
            OrderReport.Updated.class,
            each -> {
              assertThat(each.venueOrderId())
                  .isEqualTo(amended.path("amendedOrder").path("orderId").asText());
              assertThat(each.eventTime())
                  .isEqualTo(amended.path("transactTime").asLong() * 1_000_000);
            });
    assertThat(gone)
        .last()
        .isInstanceOfSatisfying(
            OrderReport.Canceled.class,
            each -> {
              assertThat(each.reason()).endsWith("order=" + canceled.path("orderId").asText());
              assertThat(each.eventTime())
                  .isEqualTo(canceled.path("transactTime").asLong() * 1_000_000);
            });
  }

  @Test
  void everyEndOfAReplacementThatTheDocumentsOfRestShowIsTold() {
    ExchangeCommand dearer =
        new ExchangeCommand.Amend(order(), OrderChange.price(Price.of("23420.00")), 0);
    List<String> told = new ArrayList<>();

    for (JsonNode each : Samples.rest("POST /api/v3/order/cancelReplace").subList(0, 7)) {
      if (each.has("code")) {
        bench.refuses("order.cancelReplace", 400, each.toString());
      } else {
        bench.done("order.cancelReplace", each.toString());
      }
      VenueEvent last = bench.told(dearer).get(0);
      told.add(last.getClass().getSimpleName());
      bench.worker.passes(Duration.ofSeconds(2)); // what was too much is so no longer
    }

    assertThat(told)
        .containsExactly(
            "Updated", // done
            "UpdateRejected", // not cancelled, so not placed
            "Canceled", // cancelled, the other refused
            "UpdateRejected", // not cancelled, placed all the same: never asked for
            "UpdateRejected", // neither
            "UpdateRejected", // too many orders, nothing was done
            "Canceled"); // too many orders, cancelled
  }
}
