package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot.FeeView;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.api.trader.WatcherView.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
class TraderScreensTest {
  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .accounts(Demo.account(true, "Connected."))
              .positions(
                  Demo.position(PositionSide.LONG, "0.01", "8.0512", "1.5"),
                  Demo.position(PositionSide.FLAT, "0", "0", "-0.25"))
              .orders(
                  Demo.order("demo-ema-3-1", OrderStatus.FILLED, "0.01", ""),
                  Demo.order("demo-ema-3-2", OrderStatus.ACCEPTED, "0", "", Demo.limitSell()))
              .strategies(Demo.strategy(120, 3, Map.of()))
              .feeds(Demo.feed("10:05:59"))
              .equity("10012.34567891")
              .build());
  private final FakeTrader stopped =
      new FakeTrader(
          Snapshots.of("second").status(TraderStatus.STOPPED, "Stopped by shell:karaf.").build());
  private final FakeRegistry registry = new FakeRegistry(demo, stopped);
  private final Terminal terminal = new Terminal().offer(TraderRegistry.class, registry);

  @Test
  void listsTradersWithNumbersToTheRight() {
    String screen = terminal.run("trader:list");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Mode    Status         Equity  Positions  Live orders  Strategies  Detail
            ------  ------  -------  ------------  ---------  -----------  ----------  -----------------------
            demo    replay  RUNNING  10012.35 USD          1            1  ema         Trades.
            second  replay  STOPPED             -          0            0  -           Stopped by shell:karaf.
            """);
  }

  @Tag("N2")
  @Test
  void listsTheConfigurationThatCounts() {
    demo.configuration(Map.of("mode", "replay", "account.sim.latency", "100", "data", ""));

    String screen = terminal.run("trader:config demo");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Key                  Value
            ------  -------------------  ------
            demo    account.sim.latency  100
            demo    data                 -
            demo    mode                 replay
            """);
  }

  @Tag("C1")
  @Tag("C2")
  @Test
  void listsWhatWatchesTheAccounts() {
    demo.watchedBy(
        watcher(Subject.BALANCE, State.ASKING, Optional.of(Duration.ofSeconds(30)), 4, 1),
        watcher(Subject.TRADES, State.OFF, Optional.empty(), 0, 0));

    String screen = terminal.run("trader:watchers");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Account  Watches  State   Asks after  Asked  Answer within  Missed  May be  Heard last            Asked last
            ------  -------  -------  ------  ----------  -----  -------------  ------  ------  --------------------  --------------------
            demo    main     balance  asking        30 s      4           15 s       1       3  2013-11-25T10:05:29Z  2013-11-25T10:05:59Z
            demo    main     trades   off              -      0           15 s       0       3  2013-11-25T10:05:29Z  -
            """);
    assertThat(terminal.run("trader:watchers second"))
        .isEqualTo("Nothing is watched: no trader of these runs at a venue.\n");
  }

  private static WatcherView watcher(
      Subject subject, State state, Optional<Duration> interval, long questions, int missed) {
    return new WatcherView(
        new AccountId("main"),
        subject,
        state,
        interval,
        Duration.ofSeconds(15),
        3,
        Demo.time("10:05:29"),
        questions == 0 ? Long.MIN_VALUE : Demo.time("10:05:59"),
        questions,
        missed);
  }

  @Test
  void namesProblemsThatBelongToNoTrader() {
    registry.problems("deploy/cross.jar is no bundle: it has no manifest.");

    String screen = terminal.run("trader:list second");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Mode    Status   Equity  Positions  Live orders  Strategies  Detail
            ------  ------  -------  ------  ---------  -----------  ----------  -----------------------
            second  replay  STOPPED       -          0            0  -           Stopped by shell:karaf.
            Problem: deploy/cross.jar is no bundle: it has no manifest.
            """);
  }

  @Test
  void printsTheSameForScripts() {
    String json = terminal.run("trader:list demo --json");
    String tabs = terminal.run("trader:list --no-format demo");

    assertThat(json)
        .isEqualTo(
            """
            [
            {"trader":"demo","mode":"replay","status":"RUNNING","equity":"10012.34567891 USD",\
            "positions":1,"liveOrders":1,"strategies":"ema","detail":"Trades."}
            ]
            """);
    assertThat(tabs)
        .isEqualTo(
            """
            Trader\tMode\tStatus\tEquity\tPositions\tLive orders\tStrategies\tDetail
            demo\treplay\tRUNNING\t10012.34567891 USD\t1\t1\tema\tTrades.
            """);
  }

  @Test
  void saysThatThereIsNoTrader() {
    Terminal empty = new Terminal().offer(TraderRegistry.class, new FakeRegistry());

    assertThat(empty.run("trader:list"))
        .isEqualTo("No traders yet. Make one with: trader:create <name> key=value ...\n");
    assertThat(empty.run("trader:list --json")).isEqualTo("[]\n");
    assertThat(empty.run("trader:pause"))
        .isEqualTo("There is no trader yet. Make one with: trader:create\n");
  }

  @Test
  void saysWhatTradersMayDo() {
    String screen = terminal.run("trader:status");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Status   Detail
            ------  -------  -----------------------
            demo    RUNNING  Trades.
            second  STOPPED  Stopped by shell:karaf.
            """);
  }

  @Test
  void listsBalances() {
    String screen = terminal.run("trader:balance");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Account  Currency      Total  Reserved       Free
            ------  -------  --------  ---------  --------  ---------
            demo    sim      BTC            0.01      0.00       0.01
            demo    sim      USD       9991.9287    100.00  9891.9287
            """);
  }

  @Test
  void listsFillsOnceEach() {
    OrderReport.Filled bought =
        new OrderReport.Filled(Demo.fill("f1", "demo-ema-3-1", Side.BUY, "805.12"));
    OrderReport.Filled sold =
        new OrderReport.Filled(Demo.fill("f2", "demo-ema-3-2", Side.SELL, "905.00"));
    demo.turns(
        new Turn(1, 1, bought, List.of()),
        new Turn(2, 2, bought, List.of()),
        new Turn(3, 3, sold, List.of()));

    String screen = terminal.run("trader:fills demo");

    assertThat(screen)
        .isEqualTo(
            """
            Time                      Order         Side  Quantity  Instrument        Price    Notional         Fee  Liquidity  Fill
            ------------------------  ------------  ----  --------  ---------------  ------  ----------  ----------  ---------  ----
            2013-11-25T10:05:00.100Z  demo-ema-3-1  buy       0.01  BTCUSD.BITSTAMP  805.12  8.0512 USD  0.0201 USD  taker      f1
            2013-11-25T10:05:00.100Z  demo-ema-3-2  sell      0.01  BTCUSD.BITSTAMP  905.00    9.05 USD  0.0201 USD  taker      f2
            """);
  }

  @Test
  void listsProfitOfOpenAndClosedPositions() {
    String screen = terminal.run("trader:profit");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Strategy  Instrument        Realized  Unrealized        Fees          Net  Fills
            ------  --------  ---------------  ---------  ----------  ----------  -----------  -----
            demo    ema       BTCUSD.BITSTAMP   1.50 USD  0.0488 USD  0.0402 USD   1.5086 USD      3
            demo    ema       BTCUSD.BITSTAMP  -0.25 USD    0.00 USD  0.0402 USD  -0.2902 USD      3
            """);
  }

  @Test
  void listsFeesInOtherCurrenciesBesideThoseInQuote() {
    FeeView inBase =
        new FeeView(Demo.ACCOUNT, Demo.EMA, Demo.BTCUSD.id(), Money.of("0.00002", Demo.BTC));
    FeeView inCoupons =
        new FeeView(
            Demo.ACCOUNT,
            Demo.EMA,
            Demo.BTCUSD.id(),
            Money.of("0.5", new Currency("BNB", 8)),
            Optional.of(Money.of("301.05", Demo.USD)));
    FakeTrader payer =
        new FakeTrader(
            Snapshots.of("demo")
                .positions(Demo.position(PositionSide.FLAT, "0", "0", "1.5"))
                .fees(inBase, inCoupons)
                .build());

    String screen =
        new Terminal().offer(TraderRegistry.class, new FakeRegistry(payer)).run("trader:profit");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Strategy  Instrument       Realized  Unrealized        Fees         Net  Fills  Other fees
            ------  --------  ---------------  --------  ----------  ----------  ----------  -----  ----------------------------------
            demo    ema       BTCUSD.BITSTAMP  1.50 USD    0.00 USD  0.0402 USD  1.4598 USD      3  0.00002 BTC, 0.50 BNB = 301.05 USD
            """);
  }

  @Test
  void pausesAndResumesWithoutAsking() {
    demo.answering(CompletableFuture.completedFuture("Trader demo is PAUSED."));

    String screen = terminal.run("trader:pause demo");
    terminal.run("trader:resume demo");

    assertThat(screen).isEqualTo("Trader demo is PAUSED.\n");
    assertThat(demo.asked())
        .containsExactly(
            new ControlEvent.Pause("shell:karaf"), new ControlEvent.Resume("shell:karaf"));
  }

  @Test
  void flattensOnlyWhenSomebodySaysYes() {
    demo.answering(CompletableFuture.completedFuture("Flat; PAUSED."));

    String refused = terminal.answering("n").run("trader:flatten demo");
    String silent = terminal.answering("").run("trader:flatten demo");
    String done = terminal.answering("y").run("trader:flatten demo");

    String question = "This closes 1 position of trader demo at the market. Do it? [y/N] ";
    assertThat(refused).isEqualTo(question + "n\nNothing was done.\n");
    assertThat(silent).isEqualTo(question + "\nNothing was done.\n");
    assertThat(done).isEqualTo(question + "y\nFlat; PAUSED.\n");
    assertThat(demo.asked()).containsExactly(new ControlEvent.Flatten("shell:karaf"));
  }

  @Test
  @Tag("F1")
  void goesPastAFailedJournalOnlyWhenSomebodySaysYes() {
    demo.answering(CompletableFuture.completedFuture("2 cancels go out"));

    String refused = terminal.answering("n").run("trader:emergency demo");
    String done = terminal.run("trader:emergency demo --yes");

    assertThat(refused)
        .isEqualTo(
            "This cancels 1 order and closes 1 position of trader demo at the market, past its"
                + " failed journal. Do it? [y/N] n\nNothing was done.\n");
    assertThat(done).isEqualTo("2 cancels go out\n");
    assertThat(demo.asked()).containsExactly(new ControlEvent.Emergency("shell:karaf"));
  }

  @Test
  void refusesDangerousThingsWhereNobodyCanBeAsked() {
    terminal.headless();

    String refused = terminal.run("trader:stop demo");
    String done = terminal.run("trader:stop demo --yes");

    assertThat(refused)
        .isEqualTo(
            "This stops trader demo; its strategies are not asked any more. Nobody can be asked"
                + " here: add --yes to do it without a question.\n");
    assertThat(done).isEqualTo("Done.\n");
    assertThat(demo.asked()).containsExactly("stop");
  }

  @Test
  void startsATrader() {
    String screen = terminal.run("trader:start second");

    assertThat(screen)
        .isEqualTo("Trader second starts. See how far it is with: trader:status second\n");
    assertThat(stopped.asked()).containsExactly("start");
  }

  @Test
  void createsATraderFromKeysAndValues() {
    String screen = terminal.run("trader:create third mode=replay data=bitstamp speed=60");

    assertThat(screen)
        .isEqualTo("Trader third is configured. See how it starts with: trader:status third\n");
    assertThat(registry.created())
        .isEqualTo(Map.of("third", Map.of("mode", "replay", "data", "bitstamp", "speed", "60")));
  }

  @Test
  void saysWhatIsWrongWithASetting() {
    assertThat(terminal.run("trader:create third sped=60"))
        .isEqualTo("unknown key \"sped\": known are data, mode, speed\n");
    assertThat(terminal.run("trader:create third mode")).isEqualTo("\"mode\" must be key=value.\n");
    assertThat(terminal.run("trader:create third a=1 a=2")).isEqualTo("a is given twice.\n");
    assertThat(terminal.run("trader:create ../etc mode=replay"))
        .startsWith("trader \"../etc\" must be 1 to 40 letters");
  }

  @Test
  void namesTheTradersWhenOneMustBeChosen() {
    assertThat(terminal.run("trader:pause")).isEqualTo("Say which trader: demo, second.\n");
    assertThat(terminal.run("trader:pause dmo"))
        .isEqualTo("There is no trader \"dmo\". There are: demo, second.\n");
  }

  @Test
  void tellsWhyARequestWasRefused() {
    demo.answering(
        CompletableFuture.failedFuture(
            new IllegalStateException("Trader demo is RECOVERING and takes no requests yet.")));

    String screen = terminal.run("trader:pause demo");

    assertThat(screen).isEqualTo("Trader demo is RECOVERING and takes no requests yet.\n");
  }

  @Test
  void saysThatARequestStandsWhenSomebodyStopsWaiting() {
    demo.answering(new CompletableFuture<>());
    Thread.currentThread().interrupt();

    String screen = terminal.run("trader:pause demo");

    assertThat(screen).isEqualTo("Stopped waiting; what was asked for stands.\n");
    assertThat(demo.asked()).containsExactly(new ControlEvent.Pause("shell:karaf"));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void saysWhatIsTooMuch() {
    assertThat(terminal.run("trader:list demo second"))
        .isEqualTo("\"second\" is too much here. See --help.\n");
    assertThat(terminal.run("trader:fills demo -n"))
        .isEqualTo("Option -n needs a value. See --help.\n");
    assertThat(terminal.run("trader:fills demo -n many"))
        .isEqualTo("Option -n needs a number, not \"many\".\n");
    assertThat(terminal.run("trader:fills -n 0 demo")).isEqualTo("-n=0 must be 1 or more.\n");
  }

  @Test
  void callsAFaultInBourseAFault() {
    demo.answering(CompletableFuture.failedFuture(new NullPointerException("view")));

    String screen = terminal.run("trader:pause demo");

    assertThat(screen)
        .isEqualTo(
            "This is a fault in Bourse: java.lang.NullPointerException: view."
                + " The log has the details.\n");
  }
}
