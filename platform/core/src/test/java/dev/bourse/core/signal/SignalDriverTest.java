package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.signal.SignalHouse.LIMIT;
import static dev.bourse.core.signal.SignalHouse.MARKET;
import static dev.bourse.core.signal.SignalHouse.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.strategy.PriceRule;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A signal's life through the whole core: gate, ledger, books. */
@Tag("S3")
class SignalDriverTest {
  private final SignalHouse house = new SignalHouse();
  private final Fixture trader = house.trader;

  @Test
  void entersAtTheMarketAndTakesItsProfit() {
    house.open().holding();

    house.bar("105.00", "110.00", "104.00", "109.00");
    house.fill("0.5", "109.50");

    assertThat(house.moves())
        .containsExactly(
            "OPENING GIVEN", "ACTIVE FILLED", "CLOSING TAKE_PROFIT", "CLOSED TAKE_PROFIT");
    assertThat(house.orders()).containsExactly("BUY 0.5000 FILLED", "SELL 0.5000 FILLED");
    assertThat(house.view().detail()).isEqualTo("profit=4.75000000 USD before fees");
  }

  @Test
  void stopsItsLossAtTheFirstTradeThatTouchesIt() {
    house.open().holding();

    trader.trade("90.01");
    SignalState before = house.state();
    trader.trade("90.00");

    assertThat(before).isEqualTo(SignalState.ACTIVE);
    assertThat(house.state()).isEqualTo(SignalState.CLOSING);
    assertThat(house.view().reason()).isEqualTo(SignalReason.STOP_LOSS);
    assertThat(house.orders()).containsExactly("BUY 0.5000 FILLED", "SELL 0.5000 INITIALIZED");
  }

  @Test
  void aBarThatTouchedBothLevelsTouchedTheStopLoss() {
    house.open().holding();

    house.bar("100.00", "120.00", "80.00", "100.00");

    assertThat(house.view().reason()).isEqualTo(SignalReason.STOP_LOSS);
  }

  @Test
  void timeComesBeforeTheStopLossOnTheSamePrice() {
    house.open();
    house.give(MARKET.lasting(Duration.ofMinutes(1)));
    house.fill("0.5", "100.00");

    trader.now(trader.now() + MINUTE);
    trader.trade("80.00");

    assertThat(house.view().reason()).isEqualTo(SignalReason.TIME_EXPIRED);
  }

  @Test
  void expiresInAQuietMarketToo() {
    house.open();
    house.give(MARKET.lasting(Duration.ofMinutes(30)));
    house.fill("0.5", "100.00");

    house.pass(trader.now() + 30 * MINUTE);
    house.fill("0.5", "101.00");

    assertThat(house.moves())
        .endsWith("ACTIVE FILLED", "CLOSING TIME_EXPIRED", "CLOSED TIME_EXPIRED");
  }

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

  @Test
  @Tag("S19")
  void isNotClosedByAnExitThatTheVenueRefusesAndTriesAgain() {
    house.open().holding();
    trader.trade("89.00");
    ClientOrderId refused = trader.last().id();
    trader.sent(refused);

    trader.on(new OrderReport.Rejected(ACCOUNT, refused, "busy", trader.now()));
    SignalState after = house.state();
    int before = house.orders().size();
    house.pass(trader.now() + 10 * SECOND);
    house.fill("0.5", "88.00");

    assertThat(after).isEqualTo(SignalState.CLOSING);
    assertThat(before).isEqualTo(2);
    assertThat(house.orders())
        .containsExactly("BUY 0.5000 FILLED", "SELL 0.5000 REJECTED", "SELL 0.5000 FILLED");
    assertThat(house.moves()).endsWith("CLOSING STOP_LOSS", "CLOSED STOP_LOSS");
  }

  @Test
  @Tag("S8")
  void isAskedOncePerIntervalByTheTradersTime() {
    house.interval = SignalInterval.FIVE_MINUTES;
    house.open();

    for (int minute = 0; minute < 12; minute++) {
      house.bar("100.00");
    }

    assertThat(house.askings).extracting(view -> view.time() / MINUTE).containsExactly(1L, 5L, 10L);
  }

  @Test
  @Tag("S8")
  void anEntryThatIsDeniedGivesTheIntervalBack() {
    SignalHouse guarded = new SignalHouse(List.of("limits"));
    guarded.interval = SignalInterval.ONE_HOUR;
    guarded.open().give(MARKET);

    guarded.give(MARKET);

    assertThat(guarded.moves())
        .containsExactly("OPENING GIVEN", "CANCELED DENIED", "OPENING GIVEN", "CANCELED DENIED");
    assertThat(guarded.view().detail()).startsWith("RISK_MODULE_MISSING");
    assertThat(guarded.askings).hasSize(2);
  }

  @Test
  @Tag("S8")
  void anEntryThatTheVenueRejectsGivesTheIntervalBack() {
    house.interval = SignalInterval.ONE_HOUR;
    house.open().give(MARKET);
    ClientOrderId entry = trader.last().id();
    trader.sent(entry);

    trader.on(new OrderReport.Rejected(ACCOUNT, entry, "no funds", trader.now()));
    house.bar("100.00");

    assertThat(house.moves()).containsExactly("OPENING GIVEN", "CANCELED REJECTED");
    assertThat(house.askings).hasSize(2);
  }

  @Test
  @Tag("S4")
  @Tag("S8")
  void refusesAnInvalidSignalWithEverySentenceAndKeepsTheInterval() {
    house.interval = SignalInterval.ONE_HOUR;
    house.open();
    Money none = Money.of("0", USD);

    house.give(Signal.buyFor(none, BTCUSD.price("100.10"), BTCUSD.price("70.00")));
    house.bar("100.00");

    assertThat(house.moves()).containsExactly("REFUSED INVALID");
    assertThat(house.view().detail())
        .isEqualTo(
            "cost=0.00000000 USD must be above zero;"
                + " take_profit=100.10 is nearer to 100.00 than the least distance, 0.005000;"
                + " stop_loss=70.00 is farther from 100.00 than the greatest distance, 0.200000");
    assertThat(house.askings).hasSize(1);
  }

  @Test
  void deniesAShortSignalOnASpotAccount() {
    house.open();

    house.give(Signal.sell(BTCUSD.quantity("1"), BTCUSD.price("90.00"), BTCUSD.price("110.00")));

    assertThat(house.moves()).containsExactly("REFUSED INVALID");
    assertThat(house.view().detail())
        .isEqualTo("a short signal needs an account that can borrow, this one is a spot account");
  }

  @Test
  void aPersonEndsASignalThatWaitsAndOneThatHolds() {
    house.open().give(LIMIT);
    trader.on(new ControlEvent.CloseSignal(house.view().id(), "op"));
    house.holding();

    trader.on(new ControlEvent.CloseSignal(house.view().id(), "op"));
    house.fill("0.5", "101.00");

    assertThat(house.moves())
        .containsExactly(
            "SCHEDULED GIVEN",
            "CANCELED USER",
            "OPENING GIVEN",
            "ACTIVE FILLED",
            "CLOSING USER",
            "CLOSED USER");
  }

  @Test
  void saysThatThereIsNoSuchSignal() {
    house.open().holding();

    Turn turn = trader.on(new ControlEvent.CloseSignal("other", "op"));

    assertThat(turn.results())
        .singleElement()
        .isInstanceOfSatisfying(
            TurnResult.Noted.class,
            note -> assertThat(note.text()).isEqualTo("there is no signal other to close"));
  }

  @Test
  void findsOutThatAPersonFlattenedIt() {
    house.open().holding();

    trader.on(new ControlEvent.Flatten("op"));
    house.fill("0.5", "101.00");

    assertThat(house.moves()).endsWith("ACTIVE FILLED", "CLOSED POSITION_GONE");
    assertThat(house.orders()).containsExactly("BUY 0.5000 FILLED", "SELL 0.5000 FILLED");
  }

  @Test
  void findsOutWhatHappenedWhileTheTraderWasHalted() {
    house.open().give(MARKET);
    ClientOrderId entry = trader.last().id();
    trader.sent(entry);
    trader.on(new ControlEvent.Halt("look", "op"));
    trader.fill(entry, "0.5", "100.00", USD.zero());

    SignalState halted = house.state();
    trader.on(new ControlEvent.Reset("op"));
    trader.on(new ControlEvent.Resume("op"));
    house.bar("89.00");
    house.bar("89.00");

    assertThat(halted).isEqualTo(SignalState.OPENING);
    assertThat(house.moves()).endsWith("ACTIVE FILLED", "CLOSING STOP_LOSS");
  }

  @Test
  void keepsWatchingWhenItsParametersChange() {
    house.open().holding();
    LifecycleEvent.StrategyBound other =
        new LifecycleEvent.StrategyBound(
            Fixture.STRATEGY, "test", "v1", "q", ACCOUNT, List.of(BTCUSD.id()), "1m", "");

    trader.on(new LifecycleEvent.StrategyUnbound(Fixture.STRATEGY, "changed"));
    trader.core().bind(other, context -> house);
    trader.on(other);
    trader.trade("89.00");

    assertThat(house.moves()).endsWith("ACTIVE FILLED", "CLOSING STOP_LOSS");
  }

  @Test
  void keepsWatchingAfterTheStrategyThrewAndWasReplaced() {
    house.open().holding();
    trader.on(new LifecycleEvent.StrategyUnbound(Fixture.STRATEGY, "replaced"));
    trader.core().bind(Fixture.bound("v1"), context -> new Thrower());
    trader.on(Fixture.bound("v1"));
    house.bar("100.00");

    trader.core().bind(Fixture.bound("v2"), context -> house);
    trader.on(Fixture.bound("v2"));
    trader.trade("89.00");

    assertThat(house.moves()).endsWith("ACTIVE FILLED", "CLOSING STOP_LOSS");
  }

  @Test
  void seesClosedBarsAndThePriceOfTheRuleOnly() {
    house.rules = SignalRules.DEFAULT.judgedBy(PriceRule.VWAP, 2);
    house.open();

    house.bar("100.00");
    int early = house.askings.size();
    house.bar("102.00", "106.00", "101.00", "103.00");

    assertThat(early).isZero();
    assertThat(house.askings)
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.price().toString()).isEqualTo("101.666667");
              assertThat(view.bar().close()).isEqualTo(BTCUSD.price("103.00"));
              assertThat(view.lastPrice()).contains(BTCUSD.price("103.00"));
              assertThat(view.position().isFlat()).isTrue();
              assertThat(view.time()).isEqualTo(trader.now());
            });
  }

  @Test
  void needsABar() {
    LifecycleEvent.StrategyBound barless =
        new LifecycleEvent.StrategyBound(
            Fixture.STRATEGY, "test", "v1", "p", ACCOUNT, List.of(BTCUSD.id()), "", "");

    assertThatThrownBy(() -> trader.core().bind(barless, context -> house))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "signal strategy s1 needs a bar, like bar=1m: its signals are asked for and judged"
                + " when one closes");
  }
}
