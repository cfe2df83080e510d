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
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.core.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Brackets at a venue that refuses, and whose words come late, out of order or never. */
@Tag("N19")
class BracketTroubleTest {
  private final BracketHouse brackets = new BracketHouse();
  private final ListHouse house = brackets.house;
  private final Fixture trader = house.trader;

  @Test
  void thePairOfAPartWaitsUntilBothExitsHaveEnded() {
    List<ClientOrderId> ids = brackets.placed();
    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.canceled(ids.get(0));

    brackets.expired(ids.get(2));
    List<String> between = house.sent();
    brackets.expired(ids.get(1));

    assertThat(between).isEmpty();
    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 0.4000 STOP_MARKET + SubmitPair SELL 0.4000 LIMIT");
  }

  @Test
  void exitsThatEndBeforeTheirEntrysPartIsHeardOfComeAgainForIt() {
    List<ClientOrderId> ids = brackets.placed();
    house.does(orders -> orders.cancel(ids.get(0)));
    brackets.expired(ids.get(1));
    brackets.expired(ids.get(2));
    house.sent();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.canceled(ids.get(0));

    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 0.4000 STOP_MARKET + SubmitPair SELL 0.4000 LIMIT");
    assertThat(brackets.critical()).isEmpty();
  }

  @Test
  void whatAnExitFilledIsCountedBeforeItsEntryIsHeardOf() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(1), "0.9980", "110.00", FREE);
    brackets.expired(ids.get(2));
    trader.fill(ids.get(0), "1", "100.00", BracketHouse.FEE);

    assertThat(house.sent()).isEmpty();
    assertThat(house.position().isZero()).isTrue();
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  @Test
  void aBracketThatNeverLeftComesNotAgain() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    house.sent();

    ids.forEach(id -> trader.on(new CommandEvent.Dropped(id, "COMMAND_TOO_OLD: age=9s")));
    brackets.passTime();

    assertThat(house.orders(ids))
        .containsExactly("1.0000 LIMIT DENIED", "0.9980 LIMIT DENIED", "0.9980 STOP_MARKET DENIED");
    assertThat(house.sent()).isEmpty();
    assertThat(brackets.critical()).isEmpty();
  }

  @Test
  void whatTheVenueDoesNotEndWithTheEntryIsCancelled() {
    List<ClientOrderId> ids = brackets.placed();
    house.does(orders -> orders.cancel(ids.get(0)));
    house.canceled(ids.get(0));
    house.sent();

    brackets.passTime();

    assertThat(house.sent())
        .containsExactly("Cancel SELL 0.9980 LIMIT", "Cancel SELL 0.9980 STOP_MARKET");
  }

  @Test
  void aRefusedBracketAlertsNobodyOfExitsThatAreMissing() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());

    ids.forEach(id -> trader.on(new OrderReport.Rejected(ACCOUNT, id, "no", true, trader.now())));
    brackets.passTime();
    house.sent();

    assertThat(trader.core().state().ledger().live()).isEmpty();
    assertThat(house.sent()).isEmpty();
    assertThat(brackets.critical()).isEmpty();
  }

  /** The market has passed the stop when the entry fills. */
  @Test
  void anExitThatTheVenueCannotPlaceWhenItIsToWorkLeavesAtTheMarket() {
    List<ClientOrderId> ids = brackets.placed();
    trader.trade("85.00");

    trader.fill(ids.get(0), "1", "85.00", BracketHouse.FEE);
    brackets.rejected(ids.get(1));
    brackets.rejected(ids.get(2));
    trader.trade("85.00");

    assertThat(house.sent()).containsExactly("Submit SELL 0.9980 MARKET");
  }

  /** Heard of after an outage, say, as two orders that are over. */
  @Test
  @Tag("B11")
  void exitsThatEndedBeforeTheyWorkedLeaveAStopAtTheVenueOnce() {
    List<ClientOrderId> ids = brackets.placed();
    trader.fill(ids.get(0), "1", "100.00", BracketHouse.FEE);

    trader.now(trader.now() + 1);
    brackets.expired(ids.get(2));
    brackets.expired(ids.get(1));
    List<String> again = house.sent();
    ClientOrderId alone = house.newest(1).get(0).id();
    trader.accept(alone);
    trader.now(trader.now() + 1);
    brackets.expired(alone);

    assertThat(again).containsExactly("Submit SELL 0.9980 STOP_MARKET");
    assertThat(house.sent()).isEmpty();
  }

  @Test
  void aStopWhoseTargetCouldNotBePlacedComesAgainAlone() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "1", "100.00", BracketHouse.FEE);
    brackets.rejected(ids.get(1));
    trader.now(trader.now() + 1);
    brackets.expired(ids.get(2));

    assertThat(house.sent()).containsExactly("Submit SELL 0.9980 STOP_MARKET");
  }

  @Test
  @Tag("P4")
  void aPartIsMissedForItsOwnSizeWhateverElseIsHeld() {
    house.does(orders -> orders.submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1"))));
    ClientOrderId held = house.newest(1).get(0).id();
    trader.accept(held);
    trader.fill(held, "1", "100.00", FREE);
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.canceled(ids.get(0));
    brackets.expired(ids.get(1));
    brackets.expired(ids.get(2));
    house.newest(2).forEach(each -> trader.accept(each.id()));
    brackets.passTime();
    brackets.passTime();

    assertThat(brackets.critical()).isEmpty();
    assertThat(trader.core().state().protection().all()).isEmpty();
  }

  @Test
  void anExitThatWorksBeforeItsEntryIsHeardOfIsLeftAlone() {
    List<ClientOrderId> ids = brackets.placed();

    trader.on(new OrderReport.Triggered(ACCOUNT, ids.get(2), trader.now()));
    brackets.expired(ids.get(1));
    trader.fill(ids.get(2), "0.4", "90.00", FREE);
    trader.fill(ids.get(0), "1", "100.00", BracketHouse.FEE);
    trader.fill(ids.get(2), "0.5980", "90.00", FREE);

    assertThat(house.sent()).isEmpty();
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.9980 LIMIT EXPIRED", "0.9980 STOP_MARKET FILLED");
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
}
