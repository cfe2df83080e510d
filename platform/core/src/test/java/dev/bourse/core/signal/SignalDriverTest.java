package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.signal.SignalHouse.LIMIT;
import static dev.bourse.core.signal.SignalHouse.MARKET;
import static dev.bourse.core.signal.SignalHouse.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
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
}
