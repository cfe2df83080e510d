package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code trader:info} answers: why is it not trading? */
@Tag("P4")
@Tag("P7")
@Tag("N15")
class TraderInfoTest {
  private final Snapshots trader = Snapshots.of("demo");

  @Test
  void showsEverythingOnOnePage() {
    trader
        .accounts(Demo.account(true, "Connected."))
        .orders(Demo.order("demo-ema-3-1", OrderStatus.FILLED, "0.01", ""))
        .strategies(Demo.strategy(120, 3, Map.of()))
        .feeds(Demo.feed("10:05:59"))
        .equity("10012.34567891");

    String screen = info();

    assertThat(screen)
        .isEqualTo(
            """
            Trader demo (replay) is RUNNING.
              Trades.

            Why it is not trading
              Nothing stands in its way.

            State
              Time        2013-11-25T10:06:00Z
              Turns       4712
              Start       epoch 3
              Equity      10012.35 USD
              Orders      0 live, 0 of unknown fate, 1 kept
              Next timer  2013-11-25T10:07:00Z
              Queues      market 12, others empty
              Storage     healthy
              State hash  ab12cd34

            Accounts
              Account  Exchange   Money     Connected  Detail
              -------  ---------  --------  ---------  ----------
              sim      simulated  not real  yes        Connected.

            Market data
              Instrument       Last price  Age  Last data             Last bar              Events  Conflated
              ---------------  ----------  ---  --------------------  --------------------  ------  ---------
              BTCUSD.BITSTAMP      810.00  1 s  2013-11-25T10:05:59Z  2013-11-25T10:05:00Z    1234          7

            Strategies
              Strategy  Type      Version  Bar  Instruments      There  Asked  Intents  Denied
              --------  --------  -------  ---  ---------------  -----  -----  -------  ------
              ema       emacross  0.1.0    1m   BTCUSD.BITSTAMP  yes      120        3       0
            """);
  }

  @Test
  @Tag("N25")
  void saysThatStopsHeldHereDieWithThisProcess() {
    trader
        .orders(Demo.order("demo-ema-3-2", OrderStatus.EMULATED, "0", ""))
        .strategies(Demo.strategy(120, 3, Map.of()))
        .feeds(Demo.feed("10:05:59"));

    String screen = info();

    assertThat(screen)
        .contains(
            "  Held here   1 conditional order: STOPS DIE WITH THIS PROCESS, they do nothing while it"
                + " is down\n");
  }

  @Test
  void saysThatItIsStarved() {
    trader.strategies(Demo.strategy(120, 3, Map.of())).feeds(Demo.feed("10:03:00"));

    String screen = info();

    assertThat(screen).startsWith("Trader demo (replay) is RUNNING, STARVED.\n");
    assertThat(obstacles(screen))
        .containsExactly(
            "No data for 3 m 0 s of BTCUSD.BITSTAMP for strategy ema (bar 1m); the last came at"
                + " 2013-11-25T10:03:00Z.");
  }

  @Test
  void isNotStarvedBeforeThreeBarsArePast() {
    trader.strategies(Demo.strategy(120, 3, Map.of())).feeds(Demo.feed("10:03:00.001"));

    String screen = info();

    assertThat(screen).startsWith("Trader demo (replay) is RUNNING.\n");
  }

  @Test
  void isStarvedWithoutAnyDataAtAll() {
    trader.strategies(Demo.strategy(120, 3, Map.of()));

    String screen = info();

    assertThat(screen).startsWith("Trader demo (replay) is RUNNING, STARVED.\n");
    assertThat(obstacles(screen))
        .containsExactly("No data came yet of BTCUSD.BITSTAMP for strategy ema (bar 1m).");
  }

  @Test
  void countsAgesToTheWallClockWhereDataComesFromAVenue() {
    trader.mode(TradingMode.PAPER).strategies(Demo.strategy(120, 3, Map.of()));
    trader.feeds(Demo.feed("10:06:00"));

    String screen = info();

    assertThat(screen).startsWith("Trader demo (paper) is RUNNING, STARVED.\n");
    assertThat(obstacles(screen).get(0)).matches("No data for \\d+ d \\d+ h of BTCUSD.*");
  }

  @Test
  void saysWhatItWaitsFor() {
    trader
        .status(TraderStatus.WAITING, "Strategy type emacross is not installed")
        .strategies(
            new StrategyView(
                Demo.EMA,
                "emacross",
                "",
                List.of(Demo.BTCUSD.id()),
                "1m",
                false,
                "strategy type emacross is not installed",
                0,
                0,
                Map.of(),
                ""))
        .accounts(Demo.account(false, "Connection refused."));

    String screen = info();

    assertThat(obstacles(screen))
        .containsExactly(
            "It is WAITING: Strategy type emacross is not installed.",
            "Account sim (simulated) is not connected: Connection refused.",
            "Strategy ema (emacross) is not there: strategy type emacross is not installed.");
  }

  @Test
  void saysOnceWhichAccountIsNotConnected() {
    trader
        .status(TraderStatus.SUSPENDED, "account sim not connected: Connection refused.")
        .accounts(Demo.account(false, "Connection refused."));

    String screen = info();

    assertThat(obstacles(screen))
        .contains(
            "It is SUSPENDED: account sim not connected: Connection refused. The venue is tried"
                + " again by itself.")
        .noneMatch(each -> each.startsWith("Account"));
  }

  @Test
  void saysHowToGoOnAfterAHalt() {
    trader
        .status(TraderStatus.HALTED, "Halted by shell:karaf: news.")
        .storage("The disk is full: 3 MiB are left for exits")
        .strategies(Demo.strategy(120, 3, Map.of()));

    String screen = info();

    assertThat(obstacles(screen))
        .containsExactly(
            "It is HALTED: Halted by shell:karaf: news. When the reason is gone: risk:reset demo",
            "Storage: The disk is full: 3 MiB are left for exits.");
  }

  @Test
  void showsDenialsWithTheirNumbers() {
    trader
        .strategies(
            Demo.strategy(120, 3, Map.of("INSUFFICIENT_BALANCE", 2L, "BELOW_MIN_NOTIONAL", 1L)))
        .feeds(Demo.feed("10:05:59"));

    String screen = info();

    assertThat(obstacles(screen))
        .containsExactly(
            "Strategy ema (emacross): 3 of 3 intents denied: BELOW_MIN_NOTIONAL 1,"
                + " INSUFFICIENT_BALANCE 2. The last: INSUFFICIENT_BALANCE: needs=8071.10"
                + " free=6012.33.");
    assertThat(screen)
        .endsWith(
            """
            Denials
              Strategy  Code                  Count
              --------  --------------------  -----
              ema       BELOW_MIN_NOTIONAL        1
              ema       INSUFFICIENT_BALANCE      2
            """);
  }

  @Test
  void namesOrdersOfUnknownFate() {
    trader
        .orders(Demo.order("demo-ema-3-9", OrderStatus.SUBMITTED, "0", "").withUnknown(true, 1))
        .strategies(Demo.strategy(120, 3, Map.of()))
        .feeds(Demo.feed("10:05:59"));

    String screen = info();

    assertThat(obstacles(screen))
        .containsExactly(
            "1 order of unknown fate: no entries on the instrument until the venue answers:"
                + " demo-ema-3-9.");
  }

  @Test
  void saysThatAStrategyWasNotAskedOrWantedNothing() {
    trader.feeds(Demo.feed("10:05:59"));

    String notAsked = info(trader.strategies(Demo.strategy(0, 0, Map.of())));
    String wantedNothing = info(trader.strategies(Demo.strategy(1, 0, Map.of())));

    assertThat(obstacles(notAsked))
        .containsExactly(
            "Strategy ema (emacross) was not asked yet: nothing came that it waits for.");
    assertThat(obstacles(wantedNothing))
        .containsExactly("Strategy ema (emacross) was asked 1 time and wanted no order.");
  }

  @Test
  void saysThatThereIsNoStrategy() {
    String screen = info();

    assertThat(obstacles(screen))
        .containsExactly(
            "It has no strategy. One more file in the configuration folder gives it one.");
  }

  private String info() {
    return info(trader);
  }

  private static String info(Snapshots snapshot) {
    return new Terminal()
        .offer(TraderRegistry.class, new FakeRegistry(new FakeTrader(snapshot.build())))
        .run("trader:info demo");
  }

  private static List<String> obstacles(String screen) {
    return screen
        .lines()
        .filter(line -> line.startsWith("  - "))
        .map(line -> line.substring(4))
        .toList();
  }
}
