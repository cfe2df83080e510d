package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.settings.Guards;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entries whose exits wait at the venue until they have filled whole; the taker's fee is 0.2 %. */
@Tag("N19")
class VenueBracketTest {
  private static final String BRACKET =
      "SubmitBracket BUY 1.0000 LIMIT + SubmitBracket SELL 0.9980 STOP_MARKET"
          + " + SubmitBracket SELL 0.9980 LIMIT";
  private static final Money FEE = Money.of("0.00200", BTC);

  private final ListHouse house =
      ListHouse.bracketing(new Guards(List.of(), ListHouse.WITHIN.toNanos(), true));
  private final Fixture trader = house.trader;

  /** Entry, target and stop, all of them taken by the venue. */
  private List<ClientOrderId> placed() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    ids.forEach(trader::accept);
    house.sent();
    return ids;
  }

  private void expired(ClientOrderId id) {
    trader.on(new OrderReport.Expired(ACCOUNT, id, "EXPIRED: reason=OTO", trader.now()));
  }

  private void rejected(ClientOrderId id) {
    trader.now(trader.now() + 1);
    trader.on(new OrderReport.Rejected(ACCOUNT, id, "would trigger", trader.now()));
  }

  /** What the venue does by itself it has done by then, or does not do. */
  private void passTime() {
    long later = trader.now() + trader.core().state().settings().inFlightInterval();
    for (TimerEvent due = trader.core().due(later); due != null; due = trader.core().due(later)) {
      trader.at(due.deadline(), due);
    }
  }

  private List<String> critical() {
    return trader.turns().stream()
        .flatMap(turn -> turn.results().stream())
        .filter(TurnResult.Noted.class::isInstance)
        .map(each -> ((TurnResult.Noted) each).text())
        .filter(each -> each.startsWith("UNPROTECTED"))
        .toList();
  }

  @Test
  void anEntryAndItsExitsAreOneCommandAndOnlyTheEntryReserves() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());

    assertThat(house.sent()).containsExactly(BRACKET);
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT INITIALIZED",
            "0.9980 LIMIT INITIALIZED",
            "0.9980 STOP_MARKET INITIALIZED");
    assertThat(house.reserved(BTC)).isEqualTo(BTC.zero());
    assertThat(house.reserved(USD)).isGreaterThanOrEqualTo(Money.of("100", USD));
  }

  @Test
  void anEntryThatFillsWholeFindsItsExitsAtWork() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "1", "100.00", FEE);
    trader.fill(ids.get(1), "0.9980", "110.00", FREE);
    expired(ids.get(2));

    assertThat(house.sent()).isEmpty();
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.9980 LIMIT FILLED", "0.9980 STOP_MARKET EXPIRED");
    assertThat(house.position().isZero()).isTrue();
    assertThat(critical()).isEmpty();
  }

  @Test
  void exitsThatWorkReserveOnce() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "1", "100.00", FEE);

    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.998", BTC));
  }

  @Test
  void exitsOfAnEntryWhoseFeeIsNotInBaseComeAgainForAllOfIt() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "1", "100.00", FREE);
    List<String> asked = house.sent();
    house.canceled(ids.get(1));
    house.canceled(ids.get(2));

    assertThat(asked).containsExactly("Cancel SELL 0.9980 STOP_MARKET", "Cancel SELL 0.9980 LIMIT");
    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 1.0000 STOP_MARKET + SubmitPair SELL 1.0000 LIMIT");
  }

  @Test
  void aPartThatStaysOneEndsTheEntryAndGetsAPairOfItsOwn() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    List<String> atOnce = house.sent();
    passTime();
    List<String> later = house.sent();
    house.canceled(ids.get(0));
    expired(ids.get(1));
    expired(ids.get(2));

    assertThat(atOnce).isEmpty();
    assertThat(later).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 0.4000 STOP_MARKET + SubmitPair SELL 0.4000 LIMIT");
    assertThat(critical()).isEmpty();
  }

  @Test
  void thePairOfAPartWaitsUntilBothExitsHaveEnded() {
    List<ClientOrderId> ids = placed();
    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.canceled(ids.get(0));

    expired(ids.get(2));
    List<String> between = house.sent();
    expired(ids.get(1));

    assertThat(between).isEmpty();
    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 0.4000 STOP_MARKET + SubmitPair SELL 0.4000 LIMIT");
  }

  @Test
  void exitsThatEndBeforeTheirEntrysPartIsHeardOfComeAgainForIt() {
    List<ClientOrderId> ids = placed();
    house.does(orders -> orders.cancel(ids.get(0)));
    expired(ids.get(1));
    expired(ids.get(2));
    house.sent();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.canceled(ids.get(0));

    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 0.4000 STOP_MARKET + SubmitPair SELL 0.4000 LIMIT");
    assertThat(critical()).isEmpty();
  }

  @Test
  void whatAnExitFilledIsCountedBeforeItsEntryIsHeardOf() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(1), "0.9980", "110.00", FREE);
    expired(ids.get(2));
    trader.fill(ids.get(0), "1", "100.00", FEE);

    assertThat(house.sent()).isEmpty();
    assertThat(house.position().isZero()).isTrue();
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  @Test
  void aBracketThatNeverLeftComesNotAgain() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.sent();

    ids.forEach(id -> trader.on(new CommandEvent.Dropped(id, "COMMAND_TOO_OLD: age=9s")));
    passTime();

    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT DENIED", "0.9980 LIMIT DENIED", "0.9980 STOP_MARKET DENIED");
    assertThat(house.sent()).isEmpty();
    assertThat(critical()).isEmpty();
  }

  @Test
  void aRestThatFillsInTimeKeepsTheExitsWhereTheyAre() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    trader.fill(ids.get(0), "0.6", "100.00", FEE);
    passTime();

    assertThat(house.sent()).isEmpty();
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.998", BTC));
  }

  @Test
  void anEntryThatItsOwnerCancelsTakesItsExitsAlong() {
    List<ClientOrderId> ids = placed();

    house.does(orders -> orders.cancel(ids.get(0)));
    house.canceled(ids.get(0));
    expired(ids.get(1));
    expired(ids.get(2));

    assertThat(house.sent()).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(trader.core().state().ledger().live()).isEmpty();
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  @Test
  void anExitThatWaitsIsCancelledWithItsEntry() {
    List<ClientOrderId> ids = placed();

    house.does(orders -> orders.cancel(ids.get(2)));

    assertThat(house.sent()).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(trader.order(ids.get(0)).reason())
        .isEqualTo(
            "BRACKET: because=exit "
                + ids.get(2)
                + ", which waits with it at the venue, is cancelled by strategy s1");
  }

  @Test
  void whatTheVenueDoesNotEndWithTheEntryIsCancelled() {
    List<ClientOrderId> ids = placed();
    house.does(orders -> orders.cancel(ids.get(0)));
    house.canceled(ids.get(0));
    house.sent();

    passTime();

    assertThat(house.sent())
        .containsExactly("Cancel SELL 0.9980 LIMIT", "Cancel SELL 0.9980 STOP_MARKET");
  }

  @Test
  void aRefusedBracketAlertsNobodyOfExitsThatAreMissing() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());

    ids.forEach(id -> trader.on(new OrderReport.Rejected(ACCOUNT, id, "no", true, trader.now())));
    passTime();
    house.sent();

    assertThat(trader.core().state().ledger().live()).isEmpty();
    assertThat(house.sent()).isEmpty();
    assertThat(critical()).isEmpty();
  }

  /** The market has passed the stop when the entry fills. */
  @Test
  void anExitThatTheVenueCannotPlaceWhenItIsToWorkLeavesAtTheMarket() {
    List<ClientOrderId> ids = placed();
    trader.trade("85.00");

    trader.fill(ids.get(0), "1", "85.00", FEE);
    rejected(ids.get(1));
    rejected(ids.get(2));
    trader.trade("85.00");

    assertThat(house.sent()).containsExactly("Submit SELL 0.9980 MARKET");
  }

  /** Heard of after an outage, say, as two orders that are over. */
  @Test
  @Tag("B11")
  void exitsThatEndedBeforeTheyWorkedLeaveAStopAtTheVenueOnce() {
    List<ClientOrderId> ids = placed();
    trader.fill(ids.get(0), "1", "100.00", FEE);

    trader.now(trader.now() + 1);
    expired(ids.get(2));
    expired(ids.get(1));
    List<String> again = house.sent();
    ClientOrderId alone = house.newest(1).get(0).id();
    trader.accept(alone);
    trader.now(trader.now() + 1);
    expired(alone);

    assertThat(again).containsExactly("Submit SELL 0.9980 STOP_MARKET");
    assertThat(house.sent()).isEmpty();
  }

  @Test
  void aStopWhoseTargetCouldNotBePlacedComesAgainAlone() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "1", "100.00", FEE);
    rejected(ids.get(1));
    trader.now(trader.now() + 1);
    expired(ids.get(2));

    assertThat(house.sent()).containsExactly("Submit SELL 0.9980 STOP_MARKET");
  }

  @Test
  @Tag("P4")
  void aPartIsMissedForItsOwnSizeWhateverElseIsHeld() {
    house.does(orders -> orders.submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1"))));
    ClientOrderId held = house.newest(1).get(0).id();
    trader.accept(held);
    trader.fill(held, "1", "100.00", FREE);
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.canceled(ids.get(0));
    expired(ids.get(1));
    expired(ids.get(2));
    house.newest(2).forEach(each -> trader.accept(each.id()));
    passTime();
    passTime();

    assertThat(critical()).isEmpty();
    assertThat(trader.core().state().protection().all()).isEmpty();
  }

  @Test
  void aPartThatIsSoldEndsTheEntryAtOnce() {
    List<ClientOrderId> ids = placed();
    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.does(
        orders ->
            orders.submit(OrderSpec.market(BTCUSD, Side.SELL, BTCUSD.quantity("0.4")).reducing()));
    ClientOrderId sale = house.newest(1).get(0).id();
    trader.accept(sale);

    trader.fill(sale, "0.4", "100.00", FREE);

    assertThat(house.sent())
        .containsExactly("Submit SELL 0.4000 MARKET", "Cancel BUY 1.0000 LIMIT");
  }

  @Test
  void aPartThatIsTooSmallForAnExitLeavesTheEntryWhereItIs() {
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "0.0001", "100.00", FREE);
    passTime();

    assertThat(house.sent()).isEmpty();
  }

  @Test
  void anExitThatWorksBeforeItsEntryIsHeardOfIsLeftAlone() {
    List<ClientOrderId> ids = placed();

    trader.on(new OrderReport.Triggered(ACCOUNT, ids.get(2), trader.now()));
    expired(ids.get(1));
    trader.fill(ids.get(2), "0.4", "90.00", FREE);
    trader.fill(ids.get(0), "1", "100.00", FEE);
    trader.fill(ids.get(2), "0.5980", "90.00", FREE);

    assertThat(house.sent()).isEmpty();
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.9980 LIMIT EXPIRED", "0.9980 STOP_MARKET FILLED");
  }

  @Test
  void anExitThatItsOwnerTookBackDoesNotComeAgainForAPart() {
    List<ClientOrderId> ids = placed();
    trader.fill(ids.get(0), "0.4", "100.00", FREE);

    house.does(orders -> orders.cancel(ids.get(1)));
    house.canceled(ids.get(0));
    expired(ids.get(1));
    expired(ids.get(2));

    assertThat(house.sent())
        .containsExactly("Cancel BUY 1.0000 LIMIT", "Submit SELL 0.4000 STOP_MARKET");
  }

  @Test
  void aCancelOfAnExitThatComesAfterItsEntryHasFilledWasTooLate() {
    List<ClientOrderId> ids = placed();

    house.does(orders -> orders.cancel(ids.get(1)));
    trader.fill(ids.get(0), "1", "100.00", FEE);

    assertThat(house.sent()).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.9980 LIMIT ACCEPTED", "0.9980 STOP_MARKET ACCEPTED");
    assertThat(trader.order(ids.get(1)).reason()).isEqualTo("its entry had filled before");
  }

  /** The exits of an older list would else grow by what a waiting one's are for. */
  @Test
  void exitsThatWaitKeepThoseOfAnotherListFromGrowing() {
    List<ClientOrderId> older = placed();
    trader.fill(older.get(0), "1", "100.00", FEE);
    List<ClientOrderId> ids = placed();

    trader.fill(ids.get(0), "0.5", "100.00", Money.of("0.00100", BTC));

    assertThat(house.sent()).isEmpty();
  }

  /**
   * Flatten asks again and again: the proof that an exit never was there must come all the same.
   */
  @Test
  @Tag("B1")
  void aCancelThatIsAskedAgainDoesNotPutOffTheProofOfAbsence() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    ids.forEach(id -> trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "lost", trader.now())));
    long asked = trader.core().state().doubts().since(ids.get(2));

    trader.now(trader.now() + Duration.ofSeconds(3).toNanos());
    house.does(orders -> orders.cancel(ids.get(2)));

    assertThat(trader.core().state().doubts().since(ids.get(2))).isEqualTo(asked);
  }

  @Test
  @Tag("B1")
  void exitsOfAnEntryOfUnknownFateAreCancelledThemselves() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.sent();
    trader.accept(ids.get(1));
    trader.accept(ids.get(2));
    trader.on(new OrderReport.AnswerLost(ACCOUNT, ids.get(0), "lost", trader.now()));
    house.sent();

    house.does(orders -> orders.cancel(ids.get(2)));

    assertThat(house.sent()).containsExactly("Cancel SELL 0.9980 STOP_MARKET");
  }

  @Test
  void exitsWithATimeOfTheirOwnAreSentInTwoSteps() {
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    OrderSpec target =
        OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("110.00"))
            .reducing()
            .until(trader.now() + Duration.ofHours(1).toNanos());
    OrderSpec stop =
        OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("90.00")).reducing();

    house.places(OrderList.bracket(entry, target, stop));

    assertThat(house.sent()).containsExactly("Submit BUY 1.0000 LIMIT");
  }

  @Test
  void neitherTheEntryNorWhatWaitsForItIsChanged() {
    List<ClientOrderId> ids = placed();

    house.does(orders -> orders.amend(ids.get(0), OrderChange.price(BTCUSD.price("99.00"))));
    house.does(orders -> orders.amend(ids.get(1), OrderChange.price(BTCUSD.price("111.00"))));

    assertThat(house.sent()).isEmpty();
  }

  @Test
  void whatWasDecidedWhileTheVenueWasAwayLeavesTogetherOrNotAtAll() {
    trader.on(new ConnectionChanged(ACCOUNT, false, "away", trader.now()));
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    List<String> away = house.sent();

    house.does(orders -> orders.cancel(ids.get(0)));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));

    assertThat(away).isEmpty();
    assertThat(house.sent()).isEmpty();
    assertThat(trader.core().state().ledger().live()).isEmpty();
  }

  @Test
  void aListThatNoVenueTakesAsABracketIsSentInTwoSteps() {
    OrderSpec entry = OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1"));
    OrderList list = OrderList.bracket(entry, BTCUSD.price("110.00"), BTCUSD.price("90.00"));

    List<ClientOrderId> ids = house.places(list);

    assertThat(house.sent()).containsExactly("Submit BUY 1.0000 MARKET");
    assertThat(house.orders(ids.subList(1, 3)))
        .containsExactly("1.0000 LIMIT EMULATED", "1.0000 STOP_MARKET EMULATED");
  }

  @Test
  void oneExitAloneWaitsThereAsWell() {
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    OrderSpec stop =
        OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("90.00")).reducing();

    house.places(OrderList.oneTriggersOthers(entry, stop));

    assertThat(house.sent())
        .containsExactly("SubmitBracket BUY 1.0000 LIMIT + SubmitBracket SELL 0.9980 STOP_MARKET");
  }
}
