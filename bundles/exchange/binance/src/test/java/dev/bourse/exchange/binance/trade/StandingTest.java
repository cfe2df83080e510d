package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.VenueClock;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where an order stands, at a venue that renames what was cancelled. */
@Tag("B1")
class StandingTest implements Asking {
  private static final AccountId ACCOUNT = new AccountId("demo");
  private static final ClientOrderId ID = new ClientOrderId("t-s-1-1");
  private static final OrderSpec SPEC =
      OrderSpec.limit(
          Instruments.BTCUSD,
          Side.BUY,
          Instruments.BTCUSD.quantity("1"),
          Instruments.BTCUSD.price("90.00"));
  private static final String ALL = "ORDERS startTime=999940000";
  private static final String BY_NAME = "ORDER origClientOrderId=t-s-1-1";
  private static final String BY_CANCEL = "ORDER origClientOrderId=" + OrderNames.cancel(ID);

  private final List<String> asked = new ArrayList<>();
  private final Map<String, String> answers = new TreeMap<>();
  private final RecordingSink sink = new RecordingSink();
  private final Generations generations = new Generations();
  private final Lateness lateness = new Lateness();
  private final Standing standing =
      new Standing(
          this,
          new Reporter(ACCOUNT, sink, new VenueClock(() -> 1_000_000_000_000_000L)),
          new OrderReader(ACCOUNT, new Currencies()),
          generations,
          lateness);
  private int code = -2013;

  @Override
  public JsonNode ask(Asked what, Params params) throws RestException {
    String question = what + " " + params.payload().replaceAll("(symbol|limit)=[^&]*|&", "");
    asked.add(question);
    try {
      String answer = answers.get(question);
      if (answer == null && what == Asked.ORDER) {
        throw new RestException("order.status was refused", code, false, Duration.ZERO);
      }
      return Json.read(answer == null ? "[]" : answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String order(int number, String status, String filled) {
    return "{\"symbol\":\"BTCUSD\",\"orderId\":"
        + number
        + ",\"clientOrderId\":\"t-s-1-1\",\"price\":\"90.00\",\"origQty\":\"1\",\"executedQty\":\""
        + filled
        + "\",\"cummulativeQuoteQty\":\"0\",\"status\":\""
        + status
        + "\",\"type\":\"LIMIT\",\"updateTime\":1700000000000}";
  }

  private void tell(@Nullable String venueOrderId) throws RestException {
    standing.tell(
        new Standing.Subject(
            ID, Instruments.BTCUSD, venueOrderId, Quantity.zero(8), 1_000_000_000_000_000L, SPEC));
  }

  private OrderReport.Status status() {
    return sink.events(OrderReport.Status.class).get(0);
  }

  @Test
  void anOrderIsFoundByOurName() throws Exception {
    answers.put(BY_NAME, order(7, "NEW", "0"));

    tell("7");

    assertThat(status().status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(asked).containsExactly(BY_NAME);
  }

  @Test
  void anOrderThatTheVenueRenamedIsFoundByItsCancel() throws Exception {
    answers.put(BY_CANCEL, order(7, "CANCELED", "0"));

    tell(null);

    assertThat(status().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(asked).containsExactly(BY_NAME, BY_CANCEL);
  }

  @Test
  void anOrderThatHasAnotherNameIsFoundByItsNumberIfNoneTookItsPlace() throws Exception {
    answers.put("ORDER orderId=7", order(7, "CANCELED", "0"));

    tell("7");

    assertThat(status().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(asked).containsExactly(BY_NAME, BY_CANCEL, "ORDER orderId=7", BY_NAME);
  }

  @Test
  void whatWasFilledIsToldBeforeWhereItStands() throws Exception {
    answers.put(BY_NAME, order(7, "CANCELED", "0.5"));
    answers.put(
        "TRADES orderId=7",
        "[{\"id\":3,\"orderId\":7,\"price\":\"90.00\",\"qty\":\"0.5\",\"commission\":\"0.001\","
            + "\"commissionAsset\":\"BNB\",\"time\":1700000000000,\"isBuyer\":true,\"isMaker\":true}]");

    tell("7");

    OrderReport.Filled filled = (OrderReport.Filled) sink.events().get(0);
    assertThat(filled.fill().fillId()).isEqualTo("3");
    assertThat(filled.fill().fee()).hasToString("0.00100000 BNB");
    assertThat(sink.events().get(1)).isEqualTo(status());
  }

  @Test
  void anOrderWithoutANumberIsLookedForAmongAllBeforeItIsAbsent() throws Exception {
    tell(null);

    assertThat(asked).containsExactly(BY_NAME, BY_CANCEL, ALL);
    assertThat(sink.events())
        .singleElement()
        .isInstanceOfSatisfying(
            OrderReport.NotFound.class, absent -> assertThat(absent.orderId()).isEqualTo(ID));
  }

  @Test
  @Tag("G7")
  void thatTheVenueDoesNotHaveAnOrderCountsFromWhenItLeft() throws Exception {
    lateness.left(ID, 7_000);

    tell(null);

    assertThat(sink.events(OrderReport.NotFound.class))
        .extracting(OrderReport.NotFound::queriedAt)
        .containsExactly(1_000_000_000_000_000L - 7_000);
  }

  @Test
  void anArchivedOrderNeverFilled() throws Exception {
    code = -2026;

    tell("7");

    assertThat(status().status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(status().filled()).isEqualTo(Quantity.zero(8));
  }

  @Test
  void whatIsSaidOfAReplacedOrderIsNotSaidOfItsSuccessor() {
    generations.replacing(ID, "7", 0);
    boolean pending = generations.isOver(ID, "7");

    generations.replaced(ID, "8");

    assertThat(pending).isTrue();
    assertThat(generations.isSuccessor(ID, "8")).isTrue();
    assertThat(generations.isOver(ID, "7")).isTrue();
    assertThat(generations.isOver(ID, "8")).isFalse();
  }

  @Test
  void aChangeThatCameToNothingLeavesTheOrder() {
    generations.replacing(ID, "7", 0);

    generations.open(ID, "7", Duration.ofMinutes(2).toNanos());

    assertThat(generations.isOver(ID, "7")).isFalse();
  }

  private static String called(String name, String row) {
    return row.replace("\"t-s-1-1\"", "\"" + name + "\"");
  }

  @Test
  void anOrderThatAnotherClientCancelledHalfFilledIsNotAbsent() {
    answers.put(ALL, "[" + called("6gCrw2kRUAF9CvJDGP16IP", order(7, "CANCELED", "0.5")) + "]");

    assertThatThrownBy(() -> tell(null))
        .isInstanceOf(RestException.class)
        .hasMessage(
            "Binance has no order t-s-1-1, but its order 7, called 6gCrw2kRUAF9CvJDGP16IP, is like"
                + " it, came at that time, and has filled 0.5: it may be ours, renamed by another"
                + " client. Look at the venue; trader:reconcile --accept ends ours");
    assertThat(sink.events()).isEmpty();
  }

  @Test
  void ordersLikeItThatAreOursOrDidNothingDoNotKeepItFromBeingAbsent() throws Exception {
    answers.put(
        ALL,
        "["
            + called("t-s-1-2", order(7, "FILLED", "1"))
            + ","
            + called(OrderNames.cancel(new ClientOrderId("t-s-1-3")), order(8, "CANCELED", "0.5"))
            + ","
            + called("web_1", order(9, "CANCELED", "0"))
            + ","
            + called("web_2", order(10, "NEW", "0").replace("90.00", "91.00"))
            + "]");

    tell(null);

    assertThat(sink.events()).singleElement().isInstanceOf(OrderReport.NotFound.class);
  }

  @Test
  void theOtherOrderOfAPairThatHasTheSameCancelIsNotTakenForIt() throws Exception {
    answers.put(BY_CANCEL, order(8, "CANCELED", "0"));
    answers.put("ORDER orderId=7", called(OrderNames.cancel(ID), order(7, "CANCELED", "0")));

    tell("7");

    assertThat(status().venueOrderId()).isEqualTo("7");
  }

  @Test
  void anOrderThatAnotherTookThePlaceOfIsFoundByTheCancelOfThatOne() throws Exception {
    answers.put(BY_CANCEL, order(8, "CANCELED", "0"));
    String replaced = OrderNames.replaced(ID, "7");
    answers.put("ORDER orderId=7", called(replaced, order(7, "CANCELED", "0")));

    tell("7");

    assertThat(status().venueOrderId()).isEqualTo("8");
  }
}
