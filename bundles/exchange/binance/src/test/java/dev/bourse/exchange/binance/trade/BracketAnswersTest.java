package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.market.FakeRest;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.TestOrders;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of an entry and its exits after they have left. */
@Tag("N19")
@Tag("B1")
class BracketAnswersTest {
  private static final Quantity LESS = Quantity.of("0.9");
  private static final String EVENT =
      """
      {"e":"executionReport","s":"BTCUSD","c":"%s","C":"","i":%s,"g":629,"S":"SELL","o":"%s","f":"GTC","q":"0.9","p":"0",
      "P":"80.00","x":"%s","X":"%s","r":"%s",%s"z":"0","Z":"0","l":"0","L":"0","O":1712544408000000,"T":1712544409000000,
      "w":false}
      """;

  private final AccountBench bench = new AccountBench();
  private final Order entry =
      TestOrders.order(
          "t-s-1-1",
          OrderSpec.limit(Instruments.BTCUSD, Side.BUY, Quantity.of("1"), Price.of("90.00")));
  private final Order stop =
      TestOrders.order(
          "t-s-1-2", OrderSpec.stop(Instruments.BTCUSD, Side.SELL, LESS, Price.of("80.00")), false);
  private final Order target =
      TestOrders.order(
          "t-s-1-3",
          OrderSpec.limit(Instruments.BTCUSD, Side.SELL, LESS, Price.of("110.00")),
          false);

  @BeforeEach
  void connect() throws Exception {
    bench.published.put("/api/v3/exchangeInfo", FakeRest.SYMBOL.replace("BTCUSDT", "BTCUSD"));
    bench.rules.read(List.of("BTCUSD"));
    bench.connected();
    bench.worker.passes(Duration.ofSeconds(30));
  }

  private static String row(Order order, int number, String status, String executed, String more) {
    return """
        {"symbol":"BTCUSD","orderId":%d,"orderListId":629,"clientOrderId":"%s","transactTime":1712544408537000,
        "price":"90.00","origQty":"1","executedQty":"%s","cummulativeQuoteQty":"%s","status":"%s","timeInForce":"GTC",
        "type":"%s","side":"%s"%s}
        """
        .formatted(
            number,
            order.id(),
            executed,
            executed.equals("0") ? "0" : "36.00",
            status,
            order.spec().trigger() == null ? "LIMIT" : "STOP_LOSS",
            order.spec().side(),
            more);
  }

  private static String list(String... rows) {
    return "{\"orderListId\":629,\"contingencyType\":\"OTO\",\"orderReports\":["
        + String.join(",", rows)
        + "]}";
  }

  private List<VenueEvent> placed(String status, String executed, String more) {
    bench.done(
        "orderList.place.otoco",
        list(
            row(entry, 23, status, executed, more),
            row(stop, 24, "PENDING_NEW", "0", ""),
            row(target, 25, "PENDING_NEW", "0", "")));
    return bench.told(new ExchangeCommand.SubmitBracket(entry, List.of(stop, target), 0));
  }

  private static List<String> words(List<? extends VenueEvent> told) {
    return told.stream().map(BracketAnswersTest::word).toList();
  }

  private static String word(VenueEvent event) {
    String name = event.getClass().getSimpleName();
    if (event instanceof OrderReport.Accepted accepted) {
      return name + " " + accepted.orderId() + " " + accepted.venueOrderId();
    } else if (event instanceof OrderReport.Filled filled) {
      return name + " " + filled.orderId() + " " + filled.fill().fillId();
    } else if (event instanceof OrderReport.Expired expired) {
      return name + " " + expired.orderId() + " " + expired.reason();
    } else if (event instanceof OrderReport.Canceled canceled) {
      return name + " " + canceled.orderId() + " " + canceled.reason();
    } else if (event instanceof OrderReport.Rejected rejected) {
      return name + " " + rejected.orderId() + " " + rejected.passing();
    }
    return name + " " + ((OrderReport) event).orderId();
  }

  @Test
  void thoseThatWaitAreAcceptedLikeTheEntry() {
    List<VenueEvent> told = placed("NEW", "0", "");

    assertThat(words(told))
        .containsExactly("Accepted t-s-1-1 23", "Accepted t-s-1-2 24", "Accepted t-s-1-3 25");
  }

  @Test
  void whatTheEntryFilledAtOnceComesWithTheAnswer() {
    String fill =
        ",\"fills\":[{\"price\":\"90.00\",\"qty\":\"0.4\",\"commission\":\"0.0004\","
            + "\"commissionAsset\":\"BTC\",\"tradeId\":71}]";

    List<VenueEvent> told =
        placed("EXPIRED", "0.4", fill + ",\"expiryReason\":\"UNFILLED_IOC_QUANTITY_EXPIRED\"");

    assertThat(words(told))
        .containsExactly(
            "Accepted t-s-1-1 23",
            "Filled t-s-1-1 71",
            "Expired t-s-1-1 EXPIRED: reason=UNFILLED_IOC_QUANTITY_EXPIRED",
            "Accepted t-s-1-2 24",
            "Accepted t-s-1-3 25");
  }

  @Test
  void aRefusalIsOneOfEachOrder() {
    bench.refuses(
        "orderList.place.oto",
        400,
        "{\"code\":-2010,\"msg\":\"Account has insufficient balance.\"}");

    List<VenueEvent> told = bench.told(new ExchangeCommand.SubmitBracket(entry, List.of(stop), 0));

    assertThat(words(told)).containsExactly("Rejected t-s-1-1 false", "Rejected t-s-1-2 false");
  }

  @Test
  @Tag("G5")
  void aRefusalForALimitPassesForEachOrder() {
    bench.refuses("orderList.place.oto", 429, "{\"code\":-1015,\"msg\":\"Too many new orders.\"}");

    List<VenueEvent> told = bench.told(new ExchangeCommand.SubmitBracket(entry, List.of(stop), 0));

    assertThat(words(told)).containsExactly("Rejected t-s-1-1 true", "Rejected t-s-1-2 true");
  }

  @Test
  @Tag("H1")
  void anAnswerThatProvesNothingIsLostForEachOrder() {
    bench.refuses("orderList.place.oto", 504, "{\"code\":-1007,\"msg\":\"Timeout.\"}");

    List<VenueEvent> told = bench.told(new ExchangeCommand.SubmitBracket(entry, List.of(stop), 0));

    assertThat(words(told)).containsExactly("AnswerLost t-s-1-1", "AnswerLost t-s-1-2");
  }

  @Test
  @Tag("H1")
  void anOrderThatItsAnswerDoesNotNameIsLost() {
    bench.done("orderList.place.oto", list(row(entry, 23, "NEW", "0", "")));

    List<VenueEvent> told = bench.told(new ExchangeCommand.SubmitBracket(entry, List.of(stop), 0));

    assertThat(words(told)).containsExactly("Accepted t-s-1-1 23", "AnswerLost t-s-1-2");
  }

  private List<String> heard(Order of, String number, String type, String... what) {
    bench.sink.take();
    String event = EVENT.formatted(of.id(), number, type, what[0], what[1], what[2], what[3]);
    Objects.requireNonNull(bench.line)
        .text("{\"subscriptionId\":0,\"event\":" + event.replace("\n", "") + "}");
    return words(bench.sink.take());
  }

  @Test
  void oneThatWaitsAndThenWorksIsAcceptedAndNotSetOff() {
    List<String> waits = heard(stop, "24", "STOP_LOSS", "NEW", "PENDING_NEW", "NONE", "");

    List<String> works = heard(stop, "24", "STOP_LOSS", "NEW", "NEW", "NONE", "");

    assertThat(waits).containsExactly("Accepted t-s-1-2 24");
    assertThat(works).containsExactly("Accepted t-s-1-2 24");
  }

  @Test
  void oneThatEndsWithItsEntryExpires() {
    placed("NEW", "0", "");

    List<String> told =
        heard(
            stop,
            "24",
            "STOP_LOSS",
            "EXPIRED",
            "EXPIRED",
            "NONE",
            "\"eR\":\"OTO_PHASE_ONE_EXPIRED\",");

    assertThat(told).containsExactly("Expired t-s-1-2 EXPIRED: reason=OTO_PHASE_ONE_EXPIRED");
  }

  @Test
  void oneThatCannotBePlacedIsRejected() {
    placed("NEW", "0", "");

    List<String> told =
        heard(
            target,
            "25",
            "LIMIT_MAKER",
            "EXPIRED",
            "EXPIRED",
            "WOULD_MATCH_IMMEDIATELY",
            "\"eR\":\"REJECTED\",");

    assertThat(told).containsExactly("Rejected t-s-1-3 false");
  }

  @Test
  void oneThatIsSaidToBeRejectedHadBeenTaken() {
    List<String> told =
        heard(stop, "24", "STOP_LOSS", "REJECTED", "REJECTED", "INSUFFICIENT_BALANCES", "");

    assertThat(told).containsExactly("Accepted t-s-1-2 24", "Rejected t-s-1-2 false");
  }

  private Order resting(Order order, String number) {
    return order.with(OrderStatus.ACCEPTED, "", 0).withVenueOrderId(number);
  }

  @Test
  void theAnswerToTheCancelOfOneTellsTheOthersOfWhichNothingWasExecuted() {
    placed("NEW", "0", "");
    bench.done(
        "order.cancel",
        list(
            row(entry, 23, "CANCELED", "0.4", ",\"origClientOrderId\":\"t-s-1-1\""),
            row(stop, 24, "CANCELED", "0", ",\"origClientOrderId\":\"t-s-1-2\""),
            row(target, 25, "CANCELED", "0", ",\"origClientOrderId\":\"t-s-1-3\"")));

    List<VenueEvent> told = bench.told(new ExchangeCommand.Cancel(resting(stop, "24"), 0));

    assertThat(words(told))
        .containsExactly(
            "Canceled t-s-1-2 CANCELED_BY_TRADER: order=24",
            "Canceled t-s-1-3 CANCELED_WITH: order=t-s-1-2");
  }

  @Test
  void noOtherOrderTakesThePlaceOfOneWhoseListWouldEnd() {
    placed("NEW", "0", "");
    bench.called.clear();
    OrderChange dearer = OrderChange.price(Price.of("91.00"));

    List<VenueEvent> told = bench.told(new ExchangeCommand.Amend(resting(entry, "23"), dearer, 0));

    assertThat(bench.called).isEmpty();
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            OrderReport.UpdateRejected.class,
            each ->
                assertThat(each.reason())
                    .isEqualTo(
                        "LISTED: order=23 the others of its list would end with it: cancel it"));
  }
}
