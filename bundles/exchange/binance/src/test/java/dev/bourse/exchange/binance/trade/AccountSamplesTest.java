package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.Samples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders, executions and balances over REST, as documents and official client show them. */
@Tag("outside")
@Tag("P18")
class AccountSamplesTest {
  private static final long MILLI = 1_000_000L;
  private static final AccountId ACCOUNT = new AccountId("demo");
  private static final ClientOrderId ID = new ClientOrderId("a");
  private static final Map<String, OrderStatus> STATUSES =
      Map.of(
          "NEW", OrderStatus.ACCEPTED,
          "PARTIALLY_FILLED", OrderStatus.PARTIALLY_FILLED,
          "FILLED", OrderStatus.FILLED,
          "CANCELED", OrderStatus.CANCELED);

  private final Currencies currencies = new Currencies();
  private final OrderReader reader = new OrderReader(ACCOUNT, currencies);

  /** A symbol of the samples with the smallest steps that there are. */
  private static Instrument instrument(JsonNode row) {
    String name = row.path("symbol").asText();
    Currency quote = new Currency(name.substring(3), 8);
    return new Instrument(
        InstrumentId.of(name + ".BINANCE"),
        1,
        new Currency(name.substring(0, 3), 8),
        quote,
        Price.of("0.00000001"),
        Quantity.of("0.00000001"),
        Quantity.of("0.00000001"),
        Quantity.of("1000000"),
        quote.zero(),
        Rate.of("0.001"),
        Rate.of("0.001"),
        true);
  }

  private static BigDecimal number(JsonNode row, String name) {
    return new BigDecimal(row.path(name).asText("0"));
  }

  private static void assertSame(@Nullable Object ours, BigDecimal theirs) {
    assertThat(ours).isNotNull();
    assertThat(new BigDecimal(ours.toString().replaceAll(" .*", ""))).isEqualByComparingTo(theirs);
  }

  private static List<JsonNode> answers(String... calls) {
    List<JsonNode> answers = new ArrayList<>();
    for (String call : calls) {
      answers.addAll(Samples.rest(call));
    }
    return Samples.rows(answers);
  }

  @Test
  void ordersStandAsTheAnswersSay() {
    List<JsonNode> orders =
        answers(
            "GET /api/v3/order",
            "GET /api/v3/openOrders",
            "GET /api/v3/allOrders",
            "DELETE /api/v3/order");

    List<JsonNode> read = orders.stream().filter(each -> each.has("executedQty")).toList();
    read.forEach(this::assertStatus);

    assertThat(read).hasSize(8);
    assertThat(orders.stream().filter(each -> !each.has("code"))).isEqualTo(read);
  }

  private void assertStatus(JsonNode row) {
    OrderReport.Status status = reader.status(row, ID, instrument(row));
    long time = row.path(row.has("updateTime") ? "updateTime" : "transactTime").asLong();
    assertThat(status.venueOrderId()).isEqualTo(row.path("orderId").asText());
    assertThat(status.status()).isEqualTo(STATUSES.get(row.path("status").asText()));
    assertSame(status.filled(), number(row, "executedQty"));
    assertSame(status.filledNotional(), number(row, "cummulativeQuoteQty"));
    assertThat(status.eventTime()).isEqualTo(time * MILLI);
    BigDecimal wanted = number(row, "origQty").subtract(number(row, "preventedQuantity"));
    OrderChange terms = status.terms();
    assertThat(terms == null).isEqualTo(wanted.signum() <= 0);
    if (terms != null) {
      assertSame(terms.quantity(), wanted);
      assertThat(row.path("type").asText()).isEqualTo("LIMIT");
      assertSame(terms.price(), number(row, "price"));
      assertThat(terms.triggerPrice()).isNull();
    }
  }

  @Test
  void openOrdersAreDescribedAsTheyAre() {
    JsonNode row = answers("GET /api/v3/openOrders").get(0);

    OrderSpec spec = SpecReader.read(row, instrument(row));

    assertThat(spec).isNotNull();
    assertThat(spec.side()).isEqualTo(Side.valueOf(row.path("side").asText()));
    assertThat(spec.type()).hasToString(row.path("type").asText());
    assertSame(spec.quantity(), number(row, "origQty"));
    assertSame(spec.price(), number(row, "price"));
    assertThat(spec.displayQuantity()).isNull();
    assertThat(spec.postOnly()).isFalse();
  }

  @Test
  void ordersOfAPairAreDescribedAsTheyAre() {
    List<JsonNode> orders = new ArrayList<>();
    for (JsonNode each : Samples.rest("POST /api/v3/orderList/oco")) {
      each.path("orderReports").forEach(orders::add);
    }

    for (JsonNode row : orders) {
      OrderSpec spec = SpecReader.read(row, instrument(row));
      assertThat(spec).isNotNull();
      boolean stop = row.path("type").asText().startsWith("STOP_LOSS");
      assertSame(spec.quantity(), number(row, "origQty"));
      assertSame(spec.price(), number(row, "price"));
      assertThat(spec.trigger() != null).isEqualTo(stop);
      assertThat(spec.postOnly()).isEqualTo(row.path("type").asText().equals("LIMIT_MAKER"));
      if (spec.trigger() != null) {
        assertSame(spec.trigger().price(), number(row, "stopPrice"));
        assertSame(spec.displayQuantity(), number(row, "icebergQty"));
      }
    }

    assertThat(orders).hasSize(3);
  }

  @Test
  void executionsOfTheHistoryHaveTheFieldsOfTheAnswers() {
    List<JsonNode> trades = answers("GET /api/v3/myTrades");

    for (JsonNode row : trades) {
      Fill fill = reader.trade(row, ID, instrument(row));
      assertThat(fill.fillId()).isEqualTo(row.path("id").asText());
      assertThat(fill.side() == Side.BUY).isEqualTo(row.path("isBuyer").asBoolean());
      assertThat(fill.liquidity() == Liquidity.MAKER).isEqualTo(row.path("isMaker").asBoolean());
      assertThat(fill.eventTime()).isEqualTo(row.path("time").asLong() * MILLI);
      assertExecution(fill, row);
      assertSame(fill.notional(), number(row, "quoteQty").setScale(8));
    }

    assertThat(trades).hasSize(2);
  }

  private static void assertExecution(Fill fill, JsonNode row) {
    assertSame(fill.price(), number(row, "price"));
    assertSame(fill.quantity(), number(row, "qty"));
    assertSame(fill.fee(), number(row, "commission"));
    assertThat(fill.fee().currency().code()).isEqualTo(row.path("commissionAsset").asText());
  }

  @Test
  void executionsThatComeWithANewOrderTook() {
    JsonNode answer =
        Samples.rest("POST /api/v3/order").stream()
            .filter(each -> each.has("fills"))
            .findFirst()
            .orElseThrow();
    BigDecimal filled = BigDecimal.ZERO;

    for (JsonNode row : answer.path("fills")) {
      Fill fill = reader.taken(row, ID, instrument(answer), Side.SELL, 7);
      assertThat(fill.fillId()).isEqualTo(row.path("tradeId").asText());
      assertThat(fill.liquidity()).isEqualTo(Liquidity.TAKER);
      assertThat(fill.eventTime()).isEqualTo(7 * MILLI);
      assertExecution(fill, row);
      filled = filled.add(number(row, "qty"));
    }

    OrderReport.Status status = reader.status(answer, ID, instrument(answer));
    assertThat(status.status()).isEqualTo(OrderStatus.FILLED);
    assertSame(status.filled(), filled);
    assertSame(status.filledNotional(), number(answer, "cummulativeQuoteQty"));
  }

  @Test
  void balancesAreFreeAndLockedTogether() {
    List<JsonNode> accounts = Samples.rest("GET /api/v3/account");

    for (JsonNode account : accounts) {
      JsonNode rows = account.path("balances");
      List<Balance> balances = AccountEvents.balances(rows, currencies, "asset", "free", "locked");
      assertThat(balances).hasSize(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        Balance balance = balances.get(i);
        JsonNode row = rows.path(i);
        assertThat(balance.total().currency().code()).isEqualTo(row.path("asset").asText());
        assertSame(balance.total(), number(row, "free").add(number(row, "locked")));
        assertSame(balance.reserved(), number(row, "locked"));
      }
    }

    assertThat(accounts).hasSize(2);
  }

  /** The official client's tests leave numbers out: what they were is not guessed. */
  @Test
  void answersWithoutTheirNumbersAreNotRead() {
    List<JsonNode> orders =
        Samples.rows(
            List.of(
                Samples.socket("order.status"),
                Samples.socket("openOrders.status"),
                Samples.socket("allOrders")));
    JsonNode trade = Samples.socket("myTrades").path(0);

    for (JsonNode row : orders) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> reader.status(row, ID, instrument(row)));
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.trade(trade, ID, instrument(trade)));
  }
}
