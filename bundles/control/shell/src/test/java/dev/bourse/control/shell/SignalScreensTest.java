package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot.SignalView;
import dev.bourse.control.shell.complete.SignalCompleter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
class SignalScreensTest {
  private static final Signal WISH =
      Signal.buy(
          Demo.BTCUSD.quantity("0.01"), Demo.BTCUSD.price("820.00"), Demo.BTCUSD.price("790.00"));

  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .signals(
                  view("turtle-1", SignalState.ACTIVE, SignalReason.FILLED, WISH),
                  view(
                      "turtle-2",
                      SignalState.CLOSED,
                      SignalReason.STOP_LOSS,
                      WISH.at(Demo.BTCUSD.price("800.00"))))
              .build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  private static SignalView view(String id, SignalState state, SignalReason reason, Signal signal) {
    return new SignalView(
        id,
        Demo.EMA,
        Demo.ACCOUNT,
        Demo.BTCUSD.id(),
        state,
        reason,
        "size=0.01 average=805.12",
        signal,
        Demo.BTCUSD.quantity("0.01"),
        Demo.time("10:04:00"),
        Demo.time("10:05:00"),
        Demo.time("14:05:00"),
        List.of(new ClientOrderId("demo-ema-3-1")));
  }

  @Test
  void listsSignalsThatLive() {
    String screen = terminal.run("signal:list");

    assertThat(screen)
        .isEqualTo(
            """
            Signal    State   Reason  Side  Size  Entry  Take-profit  Stop-loss  Until                 Moved
            --------  ------  ------  ----  ----  -----  -----------  ---------  --------------------  --------------------
            turtle-1  ACTIVE  FILLED  buy   0.01      -       820.00     790.00  2013-11-25T14:05:00Z  2013-11-25T10:05:00Z
            """);
  }

  @Test
  void listsThoseThatEndedForScripts() {
    String screen = terminal.run("signal:list --all demo --no-format");

    assertThat(screen.lines().toList())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("turtle-2\tCLOSED\tSTOP_LOSS\tbuy\t0.01\t800.00\t");
  }

  @Test
  void saysWhatToDoWhenThereIsNone() {
    FakeTrader quiet = new FakeTrader(Snapshots.of("demo").build());

    String screen =
        new Terminal().offer(TraderRegistry.class, new FakeRegistry(quiet)).run("signal:list");

    assertThat(screen).isEqualTo("No signals yet. Signal strategies give them: strategy:list\n");
  }

  @Test
  void showsOneSignalAndThatItsStopsAreOurs() {
    String screen = terminal.run("signal:info turtle-1");

    assertThat(screen)
        .isEqualTo(
            """
            Signal turtle-1 is ACTIVE, FILLED.
              Detail       size=0.01 average=805.12
              Side         buy
              Size         0.01
              Entry        at the market
              Take-profit  820.00
              Stop-loss    790.00
              Strategy     ema
              Account      sim
              Instrument   BTCUSD.BITSTAMP
              Given        2013-11-25T10:04:00Z
              Moved        2013-11-25T10:05:00Z
              Until        2013-11-25T14:05:00Z
              Orders       demo-ema-3-1
            protection=local: STOPS DIE WITH THIS PROCESS.
            """);
  }

  @Test
  void saysThatNobodyHasASignal() {
    String screen = terminal.run("signal:info other");

    assertThat(screen)
        .isEqualTo("No trader has a signal other now. See them with: signal:list --all\n");
  }

  @Test
  void endsASignalAfterAsking() {
    String screen = terminal.answering("yes").run("signal:close turtle-1");

    assertThat(screen).startsWith("This ends signal turtle-1. Do it? [y/N] yes\n");
    assertThat(demo.asked())
        .containsExactly(new ControlEvent.CloseSignal("turtle-1", "shell:karaf"));
  }

  @Test
  void offersTheSignalsThereAre() {
    assertThat(terminal.complete(SignalCompleter.class, ""))
        .containsExactly("turtle-1", "turtle-2");
  }

  @Test
  void theTradersPageSaysThatItsStopsDieWithTheProcess() {
    String screen = terminal.run("trader:info demo");

    assertThat(screen)
        .contains("Signals\n")
        .contains("  STOPS DIE WITH THIS PROCESS: protection=local");
  }
}
