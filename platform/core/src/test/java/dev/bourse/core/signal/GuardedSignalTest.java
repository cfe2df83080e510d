package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.STRATEGY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A signal holds 0.5 BTC, with a stop at 90.00, in a trader whose strategies are not asked: its
 * exit is the engine's, and goes out where the table of statuses lets the engine reduce.
 */
@Tag("N27")
@Tag("P4")
class GuardedSignalTest {
  private final SignalHouse house = new SignalHouse().open().holding();
  private final Fixture trader = house.trader;

  private void bring(TraderStatus status) {
    switch (status) {
      case RECOVERING -> trader.on(new LifecycleEvent.Started(2, ""));
      case RECONCILING -> {
        trader.on(new ConnectionChanged(ACCOUNT, false, "cut", trader.now()));
        trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
      }
      case SUSPENDED -> trader.on(new ConnectionChanged(ACCOUNT, false, "cut", trader.now()));
      case HALTED -> trader.on(new ControlEvent.Halt("test", "op"));
      case FAULTED -> trader.on(new LifecycleEvent.StrategyFailed(STRATEGY, "hangs"));
      case STOPPING -> trader.on(new LifecycleEvent.Stopping("test"));
      default -> throw new IllegalArgumentException(status + " asks strategies");
    }
    trader.commands().clear();
  }

  private long sent() {
    return trader.commands().stream().filter(ExchangeCommand.Submit.class::isInstance).count();
  }

  @ParameterizedTest(name = "{0}: the exit is {1}")
  @CsvSource({
    "RECOVERING,  no",
    "RECONCILING, yes",
    "SUSPENDED,   queued",
    "HALTED,      yes",
    "FAULTED,     yes",
    "STOPPING,    yes",
  })
  void eachStatusLetsOutTheExitOfASignalAsItDoesAHeldStop(TraderStatus status, String exit) {
    bring(status);
    int before = house.askings.size();

    house.bar("95.00", "95.00", "89.00", "94.00");

    boolean decided = house.orders().contains("SELL 0.5000 INITIALIZED");
    assertThat(trader.core().state().flags().status()).isEqualTo(status);
    assertThat(decided ? (sent() > 0 ? "yes" : "queued") : "no").isEqualTo(exit);
    assertThat(house.state()).isEqualTo(decided ? SignalState.CLOSING : SignalState.ACTIVE);
    assertThat(house.askings).hasSize(before);
  }

  @Test
  void aSignalThatIsSoldWhileHaltedIsClosedAndStaysSo() {
    bring(TraderStatus.HALTED);
    house.bar("95.00", "95.00", "89.00", "94.00");

    house.fill("0.5", "89.00");
    house.bar("94.00");
    trader.on(new ControlEvent.Reset("op"));
    house.bar("94.00");

    assertThat(house.moves()).endsWith("CLOSING STOP_LOSS", "CLOSED STOP_LOSS");
    assertThat(house.orders()).containsExactly("BUY 0.5000 FILLED", "SELL 0.5000 FILLED");
  }

  @Test
  void anExitThatTheVenueRefusesWhileHaltedIsTriedAgain() {
    bring(TraderStatus.HALTED);
    house.bar("95.00", "95.00", "89.00", "94.00");
    trader.sent(trader.last().id());
    trader.on(new OrderReport.Rejected(ACCOUNT, trader.last().id(), "-1000", trader.now()));

    house.bar("94.00");

    assertThat(house.orders())
        .containsExactly("BUY 0.5000 FILLED", "SELL 0.5000 REJECTED", "SELL 0.5000 INITIALIZED");
  }

  @Test
  @Tag("A12")
  void theSignalOfAStrategyThatWaitsForItsPastIsWatched() {
    trader.now(trader.now() + 120 * Fixture.SECOND);
    trader.on(Fixture.bound("v1").joining(true));
    trader.commands().clear();
    int before = house.askings.size();

    trader.trade("89.00");

    assertThat(trader.core().state().joins().isWaiting(STRATEGY)).isTrue();
    assertThat(house.orders()).contains("SELL 0.5000 INITIALIZED");
    assertThat(sent()).isEqualTo(1);
    assertThat(house.askings).hasSize(before);
  }

  @Test
  void aWaitingSignalNeverEntersWhileHalted() {
    SignalHouse waiting = new SignalHouse().open().give(SignalHouse.LIMIT);
    waiting.trader.on(new ControlEvent.Halt("test", "op"));

    waiting.bar("97.00");

    assertThat(waiting.orders()).isEmpty();
    assertThat(waiting.state()).isEqualTo(SignalState.SCHEDULED);
  }

  @Test
  void aPersonEndsASignalOfAHaltedTrader() {
    bring(TraderStatus.HALTED);

    trader.on(new ControlEvent.CloseSignal(house.view().id(), "op"));

    assertThat(house.moves()).endsWith("CLOSING USER");
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void theSignalOfAStrategyThatThrewIsWatchedAndSavedForTheNextOne() {
    house.broken = true;
    house.bar("95.00");

    Turn turn = house.bar("95.00", "95.00", "89.00", "94.00");
    house.broken = false;
    house.open();
    trader.on(Fixture.bound("v2"));

    assertThat(turn.results()).anyMatch(GuardedSignalTest::isSale);
    assertThat(turn.results()).anyMatch(TurnResult.StateSaved.class::isInstance);
    assertThat(trader.core().state().flags().status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(house.state()).isEqualTo(SignalState.CLOSING);
  }

  private static boolean isSale(TurnResult result) {
    return result instanceof TurnResult.OrderApproved approved
        && approved.order().spec().side() == Side.SELL;
  }

  @Test
  void whatWasGuardedIsTheSameAfterARestart() {
    SignalHouse first = new SignalHouse().open();
    Snapshot snapshot = first.trader.core().save();
    int from = first.trader.turns().size();
    first.holding().trader.on(new ControlEvent.Halt("test", "op"));
    first.bar("95.00", "95.00", "89.00", "94.00");
    first.fill("0.5", "89.00");
    first.bar("94.00");

    SignalHouse twin = new SignalHouse();
    twin.wishes.add(SignalHouse.MARKET);
    TraderCore restored = TraderCore.restore(Fixture.settings(List.of()), snapshot);
    restored.bind(Fixture.bound("v1"), context -> twin);
    List<String> differences = new ArrayList<>();
    first.trader.turns().stream()
        .skip(from)
        .forEach(turn -> differences.addAll(restored.replay(turn)));

    assertThat(differences).isEmpty();
    assertThat(restored.stateHash()).isEqualTo(first.trader.core().stateHash());
  }
}
