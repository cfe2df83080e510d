package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exits are as large as what is there, whatever took of it. */
@Tag("N19")
class ExitSizesTest {
  private static List<String> critical(Turn turn) {
    return turn.results().stream()
        .filter(TurnResult.Noted.class::isInstance)
        .map(TurnResult.Noted.class::cast)
        .filter(note -> note.level() == Alert.Level.CRITICAL)
        .map(TurnResult.Noted::text)
        .toList();
  }

  @Test
  void aFeeInBaseMakesTheExitsSmallerByThatRoundedDownToTheStep() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));

    house.trader.fill(ids.get(0), "1", "100.00", Money.of("0.00123", BTC));

    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.9987 LIMIT RELEASED", "0.9987 STOP_MARKET EMULATED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.9987", BTC));
  }

  @Test
  void whatIsTooSmallForTheVenueEndsAsDustAndIsSaid() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.0050", "100.00", FREE);

    house.canceled(ids.get(0));

    String dust = "DUST: left=0.0050 min_quantity=0.0001 min_notional=1.00000000 USD";
    assertThat(house.trader.order(ids.get(1)).reason()).isEqualTo(dust);
    assertThat(house.trader.turns().get(house.trader.turns().size() - 1).results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.WARNING,
                "order "
                    + ids.get(1)
                    + " ends, for what is left of BTCUSD.TEST is less than the venue takes: "
                    + dust));
  }

  @Test
  void aLastPartOfTheEntryThatIsDustAfterAllExitsFilledIsSaid() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.9950", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.fill(ids.get(1), "0.9950", "110.00", FREE);
    house.sent();

    Turn turn = house.trader.fill(ids.get(0), "0.0050", "100.00", FREE);

    assertThat(house.sent()).isEmpty();
    assertThat(turn.results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.WARNING,
                "DUST: order "
                    + ids.get(0)
                    + " was filled after its exits had sold the rest; 0.00500000 of BTCUSD.TEST are"
                    + " left, less than the venue takes: they count as flat and go with the next"
                    + " exit"));
  }

  @Test
  void whereTheVenueCannotAmendTheExitIsReplacedOnlyAfterProofOfItsCancel() {
    ListHouse house = ListHouse.plain(false);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.sent();

    house.trader.fill(ids.get(0), "0.6", "100.00", FREE);
    house.trader.trade("101.00");
    List<String> before = house.sent();
    house.trader.fill(ids.get(1), "0.1", "110.00", FREE);
    house.canceled(ids.get(1));

    assertThat(before).containsExactly("Cancel SELL 0.4000 LIMIT");
    assertThat(house.sent()).containsExactly("Submit SELL 0.9000 LIMIT");
    assertThat(house.orders())
        .containsExactly(
            "1.0000 LIMIT FILLED",
            "0.4000 LIMIT CANCELED",
            "0.9000 STOP_MARKET EMULATED",
            "0.9000 LIMIT INITIALIZED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.9", BTC));
  }

  @Test
  void anExitThatAPersonCancelsWhileItIsBeingReplacedIsNotReplaced() {
    ListHouse house = ListHouse.plain(false);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.fill(ids.get(0), "0.6", "100.00", FREE);

    house.trader.on(new ControlEvent.Cancel(ids.get(1), "op"));
    house.canceled(ids.get(1));

    assertThat(house.orders())
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.4000 LIMIT CANCELED", "1.0000 STOP_MARKET EMULATED");
  }

  @Test
  void aVenueThatLinksHoldsBothAndTakesOffOneWhatTheOtherFills() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holdsABracket();
    house.trader.accept(ids.get(2));
    List<String> sent = house.sent();

    house.trader.fill(ids.get(1), "0.3", "110.00", FREE);
    List<String> part = house.orders(ids);
    Money reserved = house.reserved(BTC);
    house.trader.fill(ids.get(1), "0.7", "110.00", FREE);
    house.trader.on(
        new OrderReport.Canceled(ACCOUNT, ids.get(2), "SIBLING_FILLED", house.trader.now()));

    assertThat(sent)
        .containsExactly(
            "Submit BUY 1.0000 LIMIT",
            "Submit SELL 1.0000 LIMIT",
            "Submit SELL 1.0000 STOP_MARKET");
    assertThat(part.get(2)).isEqualTo("0.7000 STOP_MARKET ACCEPTED");
    assertThat(reserved).isEqualTo(Money.of("0.7", BTC));
    assertThat(house.sent()).isEmpty();
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  @Test
  void aVenueThatDoesNotEndTheSiblingIsAskedTo() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holdsABracket();
    house.trader.accept(ids.get(2));
    house.trader.fill(ids.get(1), "1", "110.00", FREE);
    house.sent();

    for (int second = 0; second < 10; second++) {
      house.trader.trade("105.00");
    }

    assertThat(house.sent()).containsExactly("Cancel SELL 1.0000 STOP_MARKET");
  }

  @Test
  void thatBothHaveFilledIsSaidAndThePositionIsSeenAsItIs() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holdsABracket();
    house.trader.accept(ids.get(2));
    house.trader.fill(ids.get(1), "1", "110.00", FREE);

    Turn turn = house.trader.fill(ids.get(2), "1", "90.00", FREE);

    assertThat(critical(turn))
        .containsExactly(
            "orders of list "
                + ids.get(0)
                + " that share 1.0000 have filled more together: 1.0000 of "
                + ids.get(1)
                + " and 1.0000 of "
                + ids.get(2)
                + ". The position is SHORT 1.00000000: look after it by hand");
  }

  @Test
  void aFillThatOvertakesTheEndOfTheEntrySaysThatNobodyLooksAfterIt() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.canceled(ids.get(0));

    Turn turn = house.trader.fill(ids.get(0), "0.4", "100.00", FREE);

    assertThat(critical(turn))
        .containsExactly(
            "UNPROTECTED: order "
                + ids.get(0)
                + " was filled after its end, 0.4000 in all, and the orders that waited for it have"
                + " ended. The position is LONG 0.40000000: look after it by hand");
  }

  @Test
  void aRejectedTargetIsSaidAndTheStopStays() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "1", "100.00", FREE);

    house.trader.on(new OrderReport.Rejected(ACCOUNT, ids.get(1), "-2010", house.trader.now()));

    assertThat(house.orders(ids).get(2)).isEqualTo("1.0000 STOP_MARKET EMULATED");
    assertThat(house.trader.turns().get(house.trader.turns().size() - 1).results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.WARNING,
                "exit "
                    + ids.get(1)
                    + " was rejected: -2010. Another exit of its list is still"
                    + " there"));
  }

  @Test
  @Tag("B7")
  void aTargetThatTheAdapterDeniedIsSaidAndNotPlacedAnew() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "1", "100.00", FREE);
    house.trader.sent(ids.get(1));
    house.sent();

    Turn turn =
        house.trader.on(
            new OrderReport.Denied(ACCOUNT, ids.get(1), "LOT_SIZE: max=1", house.trader.now()));
    house.trader.pass(Duration.ofMinutes(5));

    assertThat(turn.results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.WARNING,
                "exit "
                    + ids.get(1)
                    + " was denied and never left: LOT_SIZE: max=1. Another exit of its list is"
                    + " still there"));
    assertThat(house.orders(ids)).endsWith("1.0000 LIMIT DENIED", "1.0000 STOP_MARKET EMULATED");
    assertThat(house.sent()).isEmpty();
  }

  @Test
  void onceAnExitHasFilledTheRestOfTheEntryIsCancelled() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.sent();

    house.trader.fill(ids.get(1), "0.4", "110.00", FREE);

    assertThat(house.sent()).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(house.orders(ids).get(2)).isEqualTo("0.4000 STOP_MARKET CANCELED");
  }

  @Test
  void whatTheEntryStillFillsBeforeItsCancelGetsExitsAgain() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.fill(ids.get(1), "0.4", "110.00", FREE);
    house.sent();

    house.trader.fill(ids.get(0), "0.6", "100.00", FREE);

    assertThat(house.sent()).containsExactly("Submit SELL 0.6000 LIMIT");
    assertThat(house.orders())
        .containsExactly(
            "1.0000 LIMIT FILLED",
            "0.4000 LIMIT FILLED",
            "0.4000 STOP_MARKET CANCELED",
            "0.6000 LIMIT INITIALIZED",
            "0.6000 STOP_MARKET EMULATED");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.6", BTC));
  }

  @Test
  void whatTheEntryStillFillsAfterItsStopIsSoldAtTheMarketAndOnlyOnce() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.trade("89.00");
    house.canceled(ids.get(1));
    house.trader.fill(ids.get(2), "0.4", "89.00", FREE);
    house.sent();

    house.trader.fill(ids.get(0), "0.6", "100.00", FREE);

    assertThat(house.sent()).containsExactly("Submit SELL 0.6000 MARKET");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.6", BTC));
  }

  @Test
  void aStopThatTheMarketHasPassedAlreadyIsNotSentToBeRefused() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.trade("89.00");
    house.trader.fill(ids.get(0), "1", "100.00", FREE);
    house.trader.accept(ids.get(1));

    house.trader.trade("88.00");
    house.canceled(ids.get(1));

    assertThat(house.sent())
        .containsExactly(
            "Submit BUY 1.0000 LIMIT",
            "Submit SELL 1.0000 LIMIT",
            "Cancel SELL 1.0000 LIMIT",
            "Submit SELL 1.0000 MARKET");
  }

  @Test
  void aStopThatTheVenueRefusesBecauseTheMarketHasPassedItLeavesFromHere() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.holdsABracket();
    house.trader.trade("89.00");
    house.sent();

    house.trader.on(
        new OrderReport.Rejected(ACCOUNT, ids.get(2), "STOP_IN_MARKET", house.trader.now()));
    house.trader.trade("88.00");
    house.canceled(ids.get(1));

    assertThat(house.sent())
        .containsExactly("Cancel SELL 1.0000 LIMIT", "Submit SELL 1.0000 MARKET");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  @Tag("B7")
  void aStopThatTheAdapterDeniesAndTheMarketHasPassedLeavesFromHere() {
    ListHouse house = ListHouse.linking();
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.trader.accept(ids.get(0));
    house.trader.fill(ids.get(0), "1", "100.00", FREE);
    house.trader.accept(ids.get(1));
    house.trader.sent(ids.get(2));
    house.trader.trade("89.00");
    house.sent();

    house.trader.on(
        new OrderReport.Denied(ACCOUNT, ids.get(2), "RATE_LIMIT: used=1", house.trader.now()));
    house.trader.trade("88.00");
    house.canceled(ids.get(1));

    assertThat(house.sent())
        .containsExactly("Cancel SELL 1.0000 LIMIT", "Submit SELL 1.0000 MARKET");
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void aPersonWhoCancelsOneExitKeepsTheOtherAndTheStrategyHearsOfIt() {
    ListHouse house = ListHouse.plain(true);
    List<ClientOrderId> ids = house.holdsABracket();

    house.trader.on(new ControlEvent.Cancel(ids.get(2), "op"));

    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "1.0000 LIMIT ACCEPTED", "1.0000 STOP_MARKET CANCELED");
    assertThat(house.strategy.outcomes().get(house.strategy.outcomes().size() - 1))
        .isEqualTo(new OrderOutcome.Ended(house.trader.order(ids.get(2))));
    assertThat(house.trader.order(ids.get(2)).reason()).isEqualTo("by op");
    assertThat(house.trader.order(ids.get(1)).status()).isEqualTo(OrderStatus.ACCEPTED);
  }
}
