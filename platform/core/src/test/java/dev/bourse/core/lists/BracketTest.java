package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.Fixture;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bracket at a venue that has only market and limit orders and links nothing. */
@Tag("N19")
class BracketTest {
  private final ListHouse house = ListHouse.plain(true);
  private final Fixture trader = house.trader;

  private OrderOutcome told() {
    return house.strategy.outcomes().get(house.strategy.outcomes().size() - 1);
  }

  @Test
  void theExitsWaitHereAndReserveNothingUntilTheEntryFills() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());

    assertThat(house.sent()).containsExactly("Submit BUY 1.0000 LIMIT");
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT INITIALIZED", "1.0000 LIMIT EMULATED", "1.0000 STOP_MARKET EMULATED");
    assertThat(house.reserved()).containsExactly(Money.of("100.2", USD), BTC.zero());
  }

  @Test
  void whatTheEntryFilledTheTargetSellsAtTheVenueAndTheStopWatchesHere() {
    List<ClientOrderId> ids = house.holdsABracket();

    assertThat(house.sent()).containsExactly("Submit BUY 1.0000 LIMIT", "Submit SELL 1.0000 LIMIT");
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "1.0000 LIMIT ACCEPTED", "1.0000 STOP_MARKET EMULATED");
    assertThat(house.reserved()).containsExactly(USD.zero(), Money.of("1", BTC));
  }

  @Test
  void aPartOfTheEntryReleasesThatPartAndMoreFollows() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    house.sent();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    trader.accept(ids.get(1));
    List<String> first = house.orders(ids);
    trader.fill(ids.get(0), "0.6", "100.00", FREE);

    assertThat(first)
        .containsExactly(
            "1.0000 LIMIT PARTIALLY_FILLED",
            "0.4000 LIMIT ACCEPTED",
            "0.4000 STOP_MARKET EMULATED");
    assertThat(house.sent())
        .containsExactly("Submit SELL 0.4000 LIMIT", "Amend SELL 0.4000 LIMIT quantity=1.0000");
    assertThat(house.orders(ids).get(2)).isEqualTo("1.0000 STOP_MARKET EMULATED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void waitsUntilThePartIsLargeEnoughForTheVenue() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));

    trader.fill(ids.get(0), "0.0050", "100.00", FREE);
    List<String> small = house.orders(ids);
    trader.fill(ids.get(0), "0.0150", "100.00", FREE);

    assertThat(small.get(1)).isEqualTo("1.0000 LIMIT EMULATED");
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT PARTIALLY_FILLED",
            "0.0200 LIMIT RELEASED",
            "0.0200 STOP_MARKET EMULATED");
  }

  @Test
  void anEntryThatEndsWithoutAFillEndsItsExitsAndTheStrategyHearsOfIt() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));

    house.canceled(ids.get(0));

    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT CANCELED", "1.0000 LIMIT CANCELED", "1.0000 STOP_MARKET CANCELED");
    assertThat(trader.order(ids.get(1)).reason())
        .isEqualTo("PARENT_ENDED: parent=" + ids.get(0) + " status=CANCELED filled=0");
    assertThat(told()).isEqualTo(new OrderOutcome.Ended(trader.order(ids.get(2))));
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  @Test
  void anEntryThatEndsWithAPartKeepsTheExitsOfThatPart() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.accept(ids.get(0));
    trader.fill(ids.get(0), "0.4", "100.00", FREE);

    house.canceled(ids.get(0));

    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT CANCELED", "0.4000 LIMIT RELEASED", "0.4000 STOP_MARKET EMULATED");
  }

  @Test
  void whatTheTargetFillsIsTakenOffTheStop() {
    List<ClientOrderId> ids = house.holdsABracket();

    trader.fill(ids.get(1), "0.3", "110.00", FREE);
    List<String> part = house.orders(ids);
    trader.fill(ids.get(1), "0.7", "110.00", FREE);

    assertThat(part.get(2)).isEqualTo("0.7000 STOP_MARKET EMULATED");
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "1.0000 LIMIT FILLED", "0.7000 STOP_MARKET CANCELED");
    assertThat(trader.order(ids.get(2)).reason())
        .isEqualTo("SIBLING_FILLED: order=" + ids.get(1) + " filled=1.0000");
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  @Test
  void theStopLeavesOnlyWhenTheEndOfTheTargetIsProven() {
    List<ClientOrderId> ids = house.holdsABracket();
    house.sent();

    trader.trade("89.00");
    List<String> asked = house.sent();
    trader.trade("88.00");
    List<String> waiting = house.sent();
    trader.fill(ids.get(1), "0.2", "110.00", FREE);
    house.canceled(ids.get(1));

    assertThat(asked).containsExactly("Cancel SELL 1.0000 LIMIT");
    assertThat(waiting).isEmpty();
    assertThat(house.sent()).containsExactly("Submit SELL 0.8000 MARKET");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.8", BTC));
  }

  @Test
  void aTargetOfUnknownFateKeepsItsReservationAndTheStopDoesNotLeave() {
    List<ClientOrderId> ids = house.holdsABracket();
    trader.trade("89.00");
    house.sent();

    trader.on(new OrderReport.AnswerLost(ACCOUNT, ids.get(1), "timeout", trader.now()));
    trader.trade("80.00");

    assertThat(house.sent()).containsExactly("Query SELL 1.0000 LIMIT");
    assertThat(house.orders(ids).get(2)).isEqualTo("1.0000 STOP_MARKET EMULATED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void anEntryOfUnknownFateWhoseCancelIsRefusedIsAskedForUntilItsFateIsProven() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    trader.on(new OrderReport.AnswerLost(ACCOUNT, ids.get(0), "timeout", trader.now()));
    house.does(orders -> orders.cancel(ids.get(0)));
    trader.sent(ids.get(0));

    trader.on(new OrderReport.CancelRejected(ACCOUNT, ids.get(0), "no such order", trader.now()));

    assertThat(trader.order(ids.get(0)).unknown()).isTrue();
    assertThat(trader.core().state().doubts().contains(ids.get(0))).isTrue();
  }

  @Test
  void theExitsOfAHaltedTraderLeaveAndItsWaitingEntryNeverBuys() {
    List<ClientOrderId> ids = house.holdsABracket();
    trader.on(new ControlEvent.Halt("test", "op"));

    trader.trade("89.00");
    house.canceled(ids.get(1));

    assertThat(house.orders(ids).get(2)).isEqualTo("1.0000 MARKET RELEASED");
  }

  @Test
  void aFlattenEndsTheListAndClosesThePosition() {
    List<ClientOrderId> ids = house.holdsABracket();
    house.sent();

    trader.on(new ControlEvent.Flatten("op"));
    house.canceled(ids.get(1));

    assertThat(house.sent())
        .containsExactly("Cancel SELL 1.0000 LIMIT", "Submit SELL 1.0000 MARKET");
    assertThat(trader.order(ids.get(2)).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void afterAFlattenNothingTakesThePlaceOfAnExit() {
    List<ClientOrderId> ids = house.holdsABracket();
    trader.on(new ControlEvent.Flatten("op"));
    house.canceled(ids.get(1));

    trader.fill(trader.last().id(), "1", "100.00", ListHouse.FREE);

    assertThat(trader.core().state().ledger().lists(null)).isEmpty();
    assertThat(trader.core().state().flags().isFlattening()).isFalse();
  }

  @Test
  void aDenialOfOneDeniesAll() {
    house.does(
        orders ->
            orders.submit(
                dev.bourse.api.model.OrderList.bracket(
                    ListHouse.bracket().orders().get(0),
                    BTCUSD.price("110.00"),
                    BTCUSD.price("0.00"))));

    assertThat(house.sent()).isEmpty();
    assertThat(trader.core().state().ledger().all())
        .extracting(order -> order.status() + " " + order.reason())
        .containsExactly(
            "DENIED ORDER_LIST_DENIED: order=t-s1-1-3 because="
                + "TRIGGER_NOT_ON_TICK: trigger=0.00 tick=0.01",
            "DENIED ORDER_LIST_DENIED: order=t-s1-1-3 because="
                + "TRIGGER_NOT_ON_TICK: trigger=0.00 tick=0.01",
            "DENIED TRIGGER_NOT_ON_TICK: trigger=0.00 tick=0.01");
  }
}
