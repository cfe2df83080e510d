package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The scopes {@code position}, {@code strategy}, {@code exchange}, {@code risk} and {@code data}.
 */
@Tag("P4")
class PartScreensTest {
  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .accounts(Demo.account(true, "Connected."))
              .positions(
                  Demo.position(PositionSide.LONG, "0.01", "8.0512", "1.5"),
                  Demo.position(PositionSide.FLAT, "0", "0", "-0.25"))
              .strategies(Demo.strategy(120, 3, Map.of("INSUFFICIENT_BALANCE", 1L)))
              .feeds(Demo.feed("10:05:59"))
              .build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));
  private final Terminal empty = new Terminal().offer(TraderRegistry.class, new FakeRegistry());

  @Test
  void listsOpenPositions() {
    String screen = terminal.run("position:list");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Strategy  Instrument       Side  Quantity  Average price  Last price  Unrealized  Realized        Fees
            ------  --------  ---------------  ----  --------  -------------  ----------  ----------  --------  ----------
            demo    ema       BTCUSD.BITSTAMP  long      0.01         805.12      810.00  0.0488 USD  1.50 USD  0.0402 USD
            """);
  }

  @Test
  void listsClosedPositionsOnRequest() {
    String screen = terminal.run("position:list --all --no-format");

    assertThat(screen)
        .isEqualTo(
            """
            Trader\tStrategy\tInstrument\tSide\tQuantity\tAverage price\tLast price\tUnrealized\tRealized\tFees
            demo\tema\tBTCUSD.BITSTAMP\tlong\t0.01\t805.12\t810.00\t0.0488 USD\t1.50 USD\t0.0402 USD
            demo\tema\tBTCUSD.BITSTAMP\tflat\t0\t\t810.00\t\t-0.25 USD\t0.0402 USD
            """);
  }

  @Test
  @Tag("P21")
  void looksAtAnAccountWithoutTradingIt() {
    demo.configuration(Map.of("accounts", "main, other"))
        .finding(
            new AccountFinding("clock", AccountFinding.Result.GOOD, "3 ms"),
            new AccountFinding("right to trade", AccountFinding.Result.BAD, "no"));

    String screen = terminal.run("exchange:check other");

    assertThat(screen)
        .isEqualTo(
            """
            What            Result  Found
            --------------  ------  -----
            clock           good    3 ms
            right to trade  bad     no
            Account other cannot be traded like this.
            """);
    assertThat(demo.asked()).containsExactly(new AccountId("other"));
    assertThat(terminal.run("exchange:check nobody"))
        .contains("No trader has an account nobody; see exchange:list.");
  }

  @Test
  void listsStrategiesAndTheTypesThereAre() {
    String screen = terminal.run("strategy:list");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Strategy  Type      Version  Instruments      Bar  There  Asked  Intents  Denied  Detail
            ------  --------  --------  -------  ---------------  ---  -----  -----  -------  ------  ------
            demo    ema       emacross  0.1.0    BTCUSD.BITSTAMP  1m   yes      120        3       1  -
            Installed types: emacross. Parameters with: strategy:info emacross
            """);
  }

  @Test
  void showsTheParametersOfAType() {
    String screen = terminal.run("strategy:info emacross");

    assertThat(screen)
        .isEqualTo(
            """
            strategy emacross: Long while the fast average is above the slow one.
              Bundle  dev.bourse.strategy.emacross 0.1.0

            Parameters
              Parameter  Type     Default          Range       Description
              ---------  -------  ---------------  ----------  ---------------------------
              fast       integer  10               1 or more   fast period in bars
              mode       text     close            close|open  when to act
              quantity   text     (must be given)  -           order size in base currency
            """);
  }

  @Test
  void showsTheValuesThatCountForAStrategyAtWork() {
    demo.configuration(
        Map.of(
            "strategy.ema.fast", "5", "strategy.ema.quantity", "0.02", "strategy.other.fast", "7"));

    String screen = terminal.run("strategy:info ema");

    assertThat(screen)
        .isEqualTo(
            """
            Strategy ema of trader demo

            strategy emacross: Long while the fast average is above the slow one.
              Bundle  dev.bourse.strategy.emacross 0.1.0

            Parameters
              Parameter  Value  Default          Range       Description
              ---------  -----  ---------------  ----------  ---------------------------
              fast       5      10               1 or more   fast period in bars
              mode       -      close            close|open  when to act
              quantity   0.02   (must be given)  -           order size in base currency
            """);
  }

  @Test
  void namesTheTypesThereAreWhenOneIsUnknown() {
    assertThat(terminal.run("strategy:info emacros"))
        .isEqualTo("No strategy of type \"emacros\" is installed. There are: emacross.\n");
    assertThat(terminal.run("risk:info nothing"))
        .isEqualTo("No risk of type \"nothing\" is installed. There are: limits.\n");
  }

  @Test
  @Tag("A4")
  void listsAccounts() {
    String screen = terminal.run("exchange:list");

    assertThat(screen)
        .isEqualTo(
            """
            Account  Exchange   Money     Trader  Connected  Key  Detail
            -------  ---------  --------  ------  ---------  ---  ----------
            sim      simulated  not real  demo    yes        -    Connected.
            Installed types: simulated. Parameters with: exchange:info simulated
            """);
  }

  @Test
  void listsInstrumentsWithTheirRules() {
    String screen = terminal.run("exchange:instruments");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Instrument       Trading  Tick        Step  Min quantity  Min notional   Maker   Taker  Last price
            ------  ---------------  -------  ----  ----------  ------------  ------------  ------  ------  ----------
            demo    BTCUSD.BITSTAMP  yes      0.01  0.00000001         0.001      5.00 USD  0.15 %  0.25 %      810.00
            """);
  }

  @Test
  void showsAPlugInWithoutParameters() {
    String screen = terminal.run("exchange:info simulated");

    assertThat(screen)
        .isEqualTo(
            """
            exchange simulated: A venue inside the process.
              Bundle  dev.bourse.exchange.simulated 0.1.0

            Parameters
              It has no parameters.
            """);
  }

  @Test
  void listsWhoMayEnterAndWhatWasDenied() {
    String screen = terminal.run("risk:list");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Status   Entries  Strategy  Intents  Denied  Denials                 Last denial                                       Detail
            ------  -------  -------  --------  -------  ------  ----------------------  ------------------------------------------------  -------
            demo    RUNNING  yes      ema             3       1  INSUFFICIENT_BALANCE 1  INSUFFICIENT_BALANCE: needs=8071.10 free=6012.33  Trades.
            Installed types: limits. Parameters with: risk:info limits
            """);
  }

  @Test
  @Tag("F1")
  void haltsWithAReasonOfSeveralWords() {
    String screen = terminal.answering("y").run("risk:halt demo the venue behaves strangely");
    terminal.run("risk:halt demo news --yes");

    assertThat(screen)
        .isEqualTo(
            "This stops all entries of trader demo until risk:reset. Do it? [y/N] y\nDone.\n");
    assertThat(demo.asked())
        .containsExactly(
            new ControlEvent.Halt("the venue behaves strangely", "shell:karaf"),
            new ControlEvent.Halt("news", "shell:karaf"));
  }

  @Test
  void wantsAReasonForAHalt() {
    assertThat(terminal.run("risk:halt demo --yes"))
        .isEqualTo("Say why: risk:halt demo <reason>. It is shown until the reset.\n");
    assertThat(demo.asked()).isEmpty();
  }

  @Test
  @Tag("F1")
  void showsTheReasonBeforeAReset() {
    FakeTrader halted =
        new FakeTrader(Snapshots.of("demo").status(TraderStatus.HALTED, "Halted: news.").build());
    Terminal console = new Terminal().offer(TraderRegistry.class, new FakeRegistry(halted));

    String screen = console.answering("y").run("risk:reset");

    assertThat(screen)
        .isEqualTo("This lifts the halt of trader demo: Halted: news. Do it? [y/N] y\nDone.\n");
    assertThat(halted.asked()).containsExactly(new ControlEvent.Reset("shell:karaf"));
  }

  @Test
  @Tag("F1")
  @Tag("N27")
  void neitherAsksNorResetsWhereNothingIsHalted() {
    Map<TraderStatus, String> details =
        Map.of(
            TraderStatus.PAUSED, "paused by an operator",
            TraderStatus.REDUCING, "the disk is full",
            TraderStatus.FAULTED, "strategy ema threw",
            TraderStatus.SUSPENDED, "account sim not connected",
            TraderStatus.RECONCILING, "account sim waits for the venue's report",
            TraderStatus.RUNNING, "Trades.");
    Map<TraderStatus, String> screens = new TreeMap<>();
    List<Object> asked = new ArrayList<>();

    details.forEach(
        (status, detail) -> {
          FakeTrader one = new FakeTrader(Snapshots.of("demo").status(status, detail).build());
          Terminal console = new Terminal().offer(TraderRegistry.class, new FakeRegistry(one));
          screens.put(status, console.headless().run("risk:reset demo"));
          asked.addAll(one.asked());
        });

    String sentence = "Trader demo is not halted, so there is nothing to reset: it is ";
    String look = "See what is in the way with: trader:info demo\n";
    assertThat(asked).isEmpty();
    assertThat(screens.values())
        .containsExactly(
            sentence + "RECONCILING (account sim waits for the venue's report). " + look,
            sentence + "SUSPENDED (account sim not connected). " + look,
            sentence + "RUNNING. Entries are allowed.\n",
            sentence
                + "PAUSED (paused by an operator). Entries come back with: trader:resume demo\n",
            sentence + "REDUCING (the disk is full). " + look,
            sentence + "FAULTED (strategy ema threw). " + look);
  }

  @Test
  void listsDataSetsWithTheirProblems() {
    terminal.offer(
        HistoricalDataSource.class,
        source(
            new DataSet("bitstamp", List.of(Demo.BTCUSD), "trades", "data/bitstamp.csv.gz", ""),
            new DataSet(
                "broken", List.of(), "bars", "data/broken.csv", "column \"close\" is missing")));

    String screen = terminal.run("data:list");

    assertThat(screen)
        .isEqualTo(
            """
            Data set  Kind    Instruments      Location              Problem
            --------  ------  ---------------  --------------------  -------------------------
            bitstamp  trades  BTCUSD.BITSTAMP  data/bitstamp.csv.gz  -
            broken    bars    -                data/broken.csv       column "close" is missing
            """);
  }

  @Test
  void saysASentenceWhereThereIsNothing() {
    empty.offer(HistoricalDataSource.class, source());

    assertThat(empty.run("position:list"))
        .isEqualTo("No positions yet. See what is in the way with: trader:info\n");
    assertThat(empty.run("strategy:list"))
        .isEqualTo(
            """
            No strategies at work. One file dev.bourse.strategy-<name>.cfg makes one; the types are below.
            Installed types: emacross. Parameters with: strategy:info emacross
            """);
    assertThat(empty.run("exchange:instruments"))
        .isEqualTo("No instruments. Traders list them once their accounts are connected.\n");
    assertThat(empty.run("risk:list")).startsWith("Nothing is at risk: there are no traders.\n");
    assertThat(empty.run("data:list"))
        .isEqualTo("No data sets. Make one with data:download or data:import.\n");
    assertThat(empty.run("trader:balance"))
        .isEqualTo("No balances are known yet. See why with: trader:info\n");
    assertThat(empty.run("trader:profit"))
        .isEqualTo("Nothing was traded yet. See what is in the way with: trader:info\n");
    assertThat(empty.run("trader:fills"))
        .isEqualTo("No fills yet. See what is in the way with: trader:info\n");
  }

  static HistoricalDataSource source(DataSet... sets) {
    return new HistoricalDataSource() {
      @Override
      public List<DataSet> list() {
        return List.of(sets);
      }

      @Override
      public DataCursor open(DataRange range) {
        throw new UnsupportedOperationException("nothing is read for a list");
      }
    };
  }
}
