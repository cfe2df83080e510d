package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.signal.SignalHouse.LIMIT;
import static dev.bourse.core.signal.SignalHouse.MARKET;
import static dev.bourse.core.signal.SignalHouse.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.SignalState;
import dev.bourse.core.Fixture;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a signal gets in: it waits for its price, gives up, is withdrawn or filled in part. */
@Tag("S3")
class SignalEntryTest {
  private final SignalHouse house = new SignalHouse();
  private final Fixture trader = house.trader;

  @Test
  void waitsForItsEntryPriceAndBuysNoDearer() {
    house.open().give(LIMIT);

    SignalState waiting = house.state();
    house.bar("98.01");
    List<String> before = house.orders();
    house.bar("98.00");

    assertThat(waiting).isEqualTo(SignalState.SCHEDULED);
    assertThat(before).isEmpty();
    assertThat(house.orders()).containsExactly("BUY 0.5000 at 98.00 INITIALIZED");
    assertThat(house.moves()).containsExactly("SCHEDULED GIVEN", "OPENING PRICE_REACHED");
  }

  @Test
  void aWickDoesNotReachTheEntryPriceInAnyMode() {
    house.open().give(LIMIT);

    house.bar("100.00", "101.00", "95.00", "100.00");
    trader.trade("97.00");

    assertThat(house.state()).isEqualTo(SignalState.SCHEDULED);
  }

  @Test
  void entersAtOnceIfTheEntryPriceIsReachedAlready() {
    house.open().give(MARKET.at(BTCUSD.price("100.00")));

    List<String> orders = house.orders();

    assertThat(orders).containsExactly("BUY 0.5000 at 100.00 INITIALIZED");
    assertThat(house.moves()).containsExactly("OPENING PRICE_REACHED");
  }

  @Test
  void givesUpWaitingAfterTwoHoursBeforeLookingAtThePrice() {
    house.open().give(LIMIT);
    long until = house.view().until();

    trader.now(until - MINUTE);
    house.bar("97.00");

    assertThat(until).isEqualTo(house.view().givenAt() + 120 * MINUTE);
    assertThat(house.moves()).containsExactly("SCHEDULED GIVEN", "CANCELED TIMEOUT");
    assertThat(house.orders()).isEmpty();
  }

  @Test
  void givesUpWaitingInAQuietMarketToo() {
    house.open().give(LIMIT);

    house.pass(trader.now() + 120 * MINUTE);

    assertThat(house.moves()).containsExactly("SCHEDULED GIVEN", "CANCELED TIMEOUT");
  }

  @Test
  void isRejectedByThePriceBeforeItWouldBeActivated() {
    house.open().give(LIMIT);

    house.bar("89.00");

    assertThat(house.moves()).containsExactly("SCHEDULED GIVEN", "CANCELED PRICE_REJECT");
    assertThat(house.orders()).isEmpty();
  }

  @Test
  void withdrawsARestingEntryWhenItsTimeIsOver() {
    house.open().give(LIMIT);
    house.bar("98.00");
    ClientOrderId entry = trader.last().id();
    trader.accept(entry);

    house.pass(house.view().until());
    SignalState withdrawing = house.state();
    trader.on(new OrderReport.Canceled(ACCOUNT, entry, "asked", trader.now()));

    assertThat(withdrawing).isEqualTo(SignalState.CLOSING);
    assertThat(house.moves()).endsWith("CLOSING TIMEOUT", "CANCELED TIMEOUT");
    assertThat(house.orders()).containsExactly("BUY 0.5000 at 98.00 CANCELED");
  }

  @Test
  void aPartThatWasFilledIsWatchedWhileTheRestWaits() {
    house.open().give(LIMIT);
    house.bar("98.00");
    house.fill("0.2", "98.00");
    ClientOrderId entry = trader.last().id();

    trader.trade("89.00");
    trader.on(new OrderReport.Canceled(ACCOUNT, entry, "asked", trader.now()));

    assertThat(house.moves()).endsWith("ACTIVE FILLED", "CLOSING STOP_LOSS");
    assertThat(house.orders())
        .containsExactly("BUY 0.5000 at 98.00 CANCELED", "SELL 0.2000 INITIALIZED");
  }

  @Test
  void theRestOfAnEntryThatFillsWhileItIsWithdrawnIsSoldToo() {
    house.open().give(LIMIT);
    house.bar("98.00");
    ClientOrderId entry = trader.last().id();
    house.fill("0.2", "98.00");
    trader.trade("89.00");
    ClientOrderId exit = trader.last().id();
    trader.sent(exit);

    trader.fill(exit, "0.2", "89.00", USD.zero());
    SignalState half = house.state();
    trader.fill(entry, "0.3", "89.00", USD.zero());
    house.fill("0.3", "88.00");

    assertThat(half).isEqualTo(SignalState.CLOSING);
    assertThat(house.state()).isEqualTo(SignalState.CLOSED);
    assertThat(house.orders())
        .containsExactly("BUY 0.5000 at 98.00 FILLED", "SELL 0.2000 FILLED", "SELL 0.3000 FILLED");
  }

  @Test
  void cancelsTheRestOfAnEntryWhoseTimeIsOverAndKeepsWhatItHolds() {
    house.open().give(LIMIT);
    house.bar("98.00");
    house.fill("0.2", "98.00");
    ClientOrderId entry = trader.last().id();

    house.pass(trader.now() + 121 * MINUTE);
    house.bar("100.00");
    trader.on(new OrderReport.Canceled(ACCOUNT, entry, "asked", trader.now()));

    assertThat(house.state()).isEqualTo(SignalState.ACTIVE);
    assertThat(house.orders()).containsExactly("BUY 0.5000 at 98.00 CANCELED");
  }

  @Test
  void aFillThatComesAfterTheEndIsSold() {
    house.open().give(LIMIT);
    house.bar("98.00");
    ClientOrderId entry = trader.last().id();
    trader.accept(entry);
    trader.on(new ControlEvent.CloseSignal(house.view().id(), "op"));
    trader.on(new OrderReport.Canceled(ACCOUNT, entry, "asked", trader.now()));

    trader.fill(entry, "0.5", "98.00", USD.zero());
    house.fill("0.5", "97.00");

    assertThat(house.moves()).endsWith("CANCELED USER", "CLOSING LEFTOVER", "CLOSED LEFTOVER");
    assertThat(trader.core().state().portfolio().open()).isEmpty();
  }

  @Test
  @Tag("S19")
  void neverOrdersTwiceWhileNobodyKnowsWhatBecameOfItsEntry() {
    house.open().give(MARKET);
    ClientOrderId entry = trader.last().id();
    trader.sent(entry);

    trader.on(new OrderReport.AnswerLost(ACCOUNT, entry, "time-out", trader.now()));
    house.wishes.add(MARKET);
    house.bar("100.00");
    house.bar("101.00");

    assertThat(house.state()).isEqualTo(SignalState.OPENING);
    assertThat(house.orders()).hasSize(1);
    assertThat(house.askings).hasSize(1);
  }
}
