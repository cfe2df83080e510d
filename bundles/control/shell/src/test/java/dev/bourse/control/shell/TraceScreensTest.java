package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.TraderRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
@Tag("P12")
@Tag("K9")
class TraceScreensTest {
  private static final Order FILLED = Demo.order("demo-ema-3-1", OrderStatus.FILLED, "0.01", "");
  private static final Order DENIED =
      Demo.order(
          "demo-ema-3-2",
          OrderStatus.DENIED,
          "0",
          "MAX_POSITION: position=0.01 order=0.01 max=0.015");

  private static final Turn QUIET =
      new Turn(9, Demo.time("10:04:00"), Demo.bar("10:04:00", "804.00"), List.of());
  private static final Turn BOUGHT =
      new Turn(
          10,
          Demo.time("10:05:00"),
          Demo.bar("10:05:00", "805.10"),
          List.of(
              new TurnResult.OrderApproved(
                  FILLED.with(OrderStatus.INITIALIZED, "", Demo.time("10:05:00")),
                  "last=805.10 position=0",
                  List.of("limits: notional=8.05 max=5000", "band: price=805.10 band=5%"))));
  private static final Turn SENT =
      new Turn(11, Demo.time("10:05:00.001"), new CommandEvent.Sent(FILLED.id()), List.of());
  private static final Turn ACCEPTED =
      new Turn(
          12,
          Demo.time("10:05:00.100"),
          new OrderReport.Accepted(Demo.ACCOUNT, FILLED.id(), "V1", Demo.time("10:05:00.100")),
          List.of());
  private static final Turn FILL =
      new Turn(
          13,
          Demo.time("10:05:00.100"),
          new OrderReport.Filled(Demo.fill("f1", "demo-ema-3-1", Side.BUY, "805.12")),
          List.of());
  private static final Turn REFUSED =
      new Turn(
          14,
          Demo.time("10:06:00"),
          Demo.bar("10:06:00", "806.00"),
          List.of(
              new TurnResult.OrderDenied(
                  DENIED,
                  "last=806.00 position=0.01",
                  List.of("limits: position=0.01 order=0.01 max=0.015"))));

  private static final Turn TICK =
      new Turn(
          8,
          Demo.time("10:03:59"),
          new TimerEvent("engine", "in-flight", Demo.time("10:03:59"), false),
          List.of());

  private final FakeTrader demo =
      new FakeTrader(Snapshots.of("demo").orders(FILLED).build())
          .turns(TICK, QUIET, BOUGHT, SENT, ACCEPTED, FILL, REFUSED);
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  @Test
  void showsTheNewestTurnsAndWhatWasDecided() {
    String screen = terminal.run("trace:tail");

    assertThat(screen)
        .isEqualTo(
            """
                  10  2013-11-25T10:05:00.000Z  bar BTCUSD.BITSTAMP 1m closed at 805.10 (open 804.60, high 805.30, low 804.50, volume 1.5)
                        -> approved demo-ema-3-1: BUY 0.01 BTCUSD.BITSTAMP MARKET
                  11  2013-11-25T10:05:00.001Z  sent demo-ema-3-1
                  12  2013-11-25T10:05:00.100Z  accepted demo-ema-3-1 (venue's id V1)
                  13  2013-11-25T10:05:00.100Z  filled demo-ema-3-1: 0.01 at 805.12, fee 0.0201 USD, taker (f1)
                  14  2013-11-25T10:06:00.000Z  bar BTCUSD.BITSTAMP 1m closed at 806.00 (open 805.50, high 806.20, low 805.40, volume 1.5)
                        -> denied demo-ema-3-2: BUY 0.01 BTCUSD.BITSTAMP MARKET, MAX_POSITION: position=0.01 order=0.01 max=0.015
            """);
  }

  @Test
  void showsMarketDataWithoutConsequenceOnRequest() {
    String without = terminal.run("trace:tail -n 6 --no-format");
    String with = terminal.run("trace:tail -n 7 --market --no-format");

    assertThat(without).startsWith("10\t2013-11-25T10:05:00.000Z\tbar ");
    assertThat(with)
        .startsWith(
            """
            8\t2013-11-25T10:03:59.000Z\ttimer engine/in-flight due 2013-11-25T10:03:59Z\t
            9\t2013-11-25T10:04:00.000Z\tbar BTCUSD.BITSTAMP 1m closed at 804.00 (open 803.50, high 804.20, low 803.40, volume 1.5)\t
            """);
  }

  @Test
  void printsOneObjectPerLine() {
    String screen = terminal.run("trace:tail demo -n 2 --json");

    assertThat(screen)
        .isEqualTo(
            """
            {"sequence":13,"time":"2013-11-25T10:05:00.100Z","event":"filled demo-ema-3-1: 0.01 \
            at 805.12, fee 0.0201 USD, taker (f1)","results":[]}
            {"sequence":14,"time":"2013-11-25T10:06:00.000Z","event":"bar BTCUSD.BITSTAMP 1m \
            closed at 806.00 (open 805.50, high 806.20, low 805.40, volume 1.5)","results":\
            ["denied demo-ema-3-2: BUY 0.01 BTCUSD.BITSTAMP MARKET, MAX_POSITION: position=0.01 \
            order=0.01 max=0.015"]}
            """);
  }

  @Test
  void followsUntilCtrlC() {
    AtomicInteger reads = new AtomicInteger();
    demo.onRead(
        () -> {
          demo.turns(
              new Turn(
                  20 + reads.get(),
                  Demo.time("10:07:00"),
                  new ControlEvent.Pause("shell:karaf"),
                  List.of()));
          if (reads.incrementAndGet() == 2) {
            Thread.currentThread().interrupt();
          }
        });

    String screen = terminal.run("trace:tail -n 1 --follow demo --no-format");

    assertThat(screen.lines().skip(1))
        .containsExactly(
            "20\t2013-11-25T10:07:00.000Z\tpause by shell:karaf\t",
            "21\t2013-11-25T10:07:00.000Z\tpause by shell:karaf\t");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void saysThatTheTraceIsEmpty() {
    Terminal quiet =
        new Terminal()
            .offer(
                TraderRegistry.class,
                new FakeRegistry(new FakeTrader(Snapshots.of("demo").build())));

    assertThat(quiet.run("trace:tail"))
        .isEqualTo("Nothing in the trace yet. See what is in the way with: trader:info demo\n");
    assertThat(quiet.run("trace:tail --json")).isEmpty();
  }

  @Test
  void tellsTheStoryOfAFilledOrder() {
    String screen = terminal.run("trace:explain demo-ema-3-1");

    assertThat(screen)
        .isEqualTo(
            """
            Order demo-ema-3-1: BUY 0.01 BTCUSD.BITSTAMP MARKET of strategy ema

            2013-11-25T10:05:00.000Z
              Event     bar BTCUSD.BITSTAMP 1m closed at 805.10 (open 804.60, high 805.30, low 804.50, volume 1.5)
              Saw       last=805.10 position=0
              Wanted    BUY 0.01 BTCUSD.BITSTAMP MARKET, at about 805.10
              Kind      may add exposure: every risk module is asked
              Checks    limits: notional=8.05 max=5000
                        band: price=805.10 band=5%
              Decision  approved; written down before anything is sent
            2013-11-25T10:05:00.001Z  (1 ms later)
              Event     sent demo-ema-3-1
            2013-11-25T10:05:00.100Z  (100 ms later)
              Event     accepted demo-ema-3-1 (venue's id V1)
            2013-11-25T10:05:00.100Z  (100 ms later)
              Event     filled demo-ema-3-1: 0.01 at 805.12, fee 0.0201 USD, taker (f1)

              Now       FILLED, filled 0.01 of 0.01 BTC at 805.12 on average (8.0512 USD)
              Slippage  0.02 worse than the expected 805.10
              Took      100 ms from decision to last fill
            """);
  }

  @Test
  void tellsWhyAnOrderNeverLeft() {
    String screen = terminal.run("trace:explain demo-ema-3-2");

    assertThat(screen)
        .isEqualTo(
            """
            Order demo-ema-3-2: BUY 0.01 BTCUSD.BITSTAMP MARKET of strategy ema

            2013-11-25T10:06:00.000Z
              Event     bar BTCUSD.BITSTAMP 1m closed at 806.00 (open 805.50, high 806.20, low 805.40, volume 1.5)
              Saw       last=806.00 position=0.01
              Wanted    BUY 0.01 BTCUSD.BITSTAMP MARKET, at about 805.10
              Kind      may add exposure: every risk module is asked
              Checks    limits: position=0.01 order=0.01 max=0.015
              Decision  denied, it never leaves: MAX_POSITION: position=0.01 order=0.01 max=0.015

              Now       DENIED, filled 0 of 0.01 BTC
              Reason    MAX_POSITION: position=0.01 order=0.01 max=0.015
            """);
  }

  @Test
  void tellsOfCancelsAndQueries() {
    FakeTrader other = new FakeTrader(Snapshots.of("demo").build());
    other.turns(
        new Turn(
            30,
            Demo.time("10:07:00"),
            new ControlEvent.Cancel(FILLED.id(), "shell:karaf"),
            List.of(
                new TurnResult.CancelRequested(FILLED.id(), "shell:karaf wants it"),
                new TurnResult.CancelRequested(DENIED.id(), "another order"),
                new TurnResult.QueryRequested(FILLED.id()))));
    Terminal console = new Terminal().offer(TraderRegistry.class, new FakeRegistry(other));

    String screen = console.run("trace:explain demo-ema-3-1");

    assertThat(screen)
        .isEqualTo(
            """
            2013-11-25T10:07:00.000Z
              Event     cancel demo-ema-3-1 by shell:karaf
              Then      cancel of demo-ema-3-1: shell:karaf wants it
              Then      query of demo-ema-3-1
            """);
  }

  @Test
  void saysThatNobodyKnowsAnOrder() {
    String screen = terminal.run("trace:explain demo-ema-9-9");

    assertThat(screen)
        .isEqualTo("No trader knows an order demo-ema-9-9. See them with: order:list --all\n");
  }
}
