package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestComparison.Row;
import dev.bourse.api.backtest.BacktestComparison.Setting;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepResult.Point;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.backtest.Verification;
import dev.bourse.api.backtest.Verification.Cut;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P4")
@Tag("P11")
@Tag("P15")
@Tag("S20")
class SweepScreensTest {
  private static final String SWEEP =
      "backtest:sweep --strategy emacross --set fast=5..10:5 --data bitstamp --bar 1m --risk none";
  private static final String VERIFY =
      "backtest:verify --strategy emacross --data bitstamp --bar 1m --risk none";

  private final FakeBacktests backtests = new FakeBacktests();
  private final Terminal terminal =
      new Terminal()
          .offer(BacktestService.class, backtests)
          .offer(
              HistoricalDataSource.class,
              PartScreensTest.source(
                  new DataSet("bitstamp", List.of(Demo.BTCUSD), "trades", "somewhere", "")))
          .headless();

  private static Figure ratio(String name, String value) {
    return Figure.of(name, new BigDecimal(value), value);
  }

  private static SweepResult swept() {
    return new SweepResult(
        "77d01b2e",
        List.of("fast"),
        FakeReports.SHARPE_RATIO,
        List.of(
            new Point(
                "aa01",
                Map.of("fast", "10"),
                List.of(
                    ratio("Sharpe ratio", "1.20"),
                    Figure.of("Net profit", new BigDecimal("12.5"), "12.50 USD (0.13 %)")),
                "5e1f",
                ""),
            new Point(
                "aa02",
                Map.of("fast", "5"),
                List.of(Figure.none("Sharpe ratio", "needs two days")),
                "7c2d",
                ""),
            new Point("", Map.of("fast", "15"), List.of(), "", "fast=15 is refused")),
        List.of("The best of 2 was chosen by its result."),
        Path.of("var/backtests/sweeps/77d01b2e/sweep.csv"));
  }

  @Test
  void ranksAsATableWithTheWarningUnderIt() {
    backtests.sweep = swept();

    String screen = terminal.run(SWEEP);

    assertThat(screen)
        .isEqualTo(
            """
            3 combinations of fast, ranked by Sharpe ratio:

            Rank  fast  Sharpe ratio          Net profit  Max drawdown  Round trips  Win rate  Fees  Run   Problem
            ----  ----  ------------  ------------------  ------------  -----------  --------  ----  ----  ------------------
               1    10          1.20  12.50 USD (0.13 %)             -            -         -     -  aa01  -
               2     5             -                   -             -            -         -     -  aa02  -
               -    15             -                   -             -            -         -     -  -     fast=15 is refused

            The best of 2 was chosen by its result.
            Table: var/backtests/sweeps/77d01b2e/sweep.csv
            """);
  }

  @Test
  void asksForWhatWasTyped() {
    backtests.sweep = swept();

    terminal.run(
        "backtest:sweep --strategy emacross --set fast=5..10:5 --set slow=20,30 --param quantity=1"
            + " --data bitstamp --bar 1m --risk none --rank max-drawdown --parallel 3");

    SweepSpec spec = backtests.sweeps.get(0);
    assertThat(spec.values())
        .isEqualTo(Map.of("fast", List.of("5", "10"), "slow", List.of("20", "30")));
    assertThat(spec.base().parameters()).isEqualTo(Map.of("quantity", "1"));
    assertThat(spec.base().cash()).containsExactly("10000 USD");
    assertThat(spec.rank()).isEqualTo("max-drawdown");
    assertThat(spec.parallel()).isEqualTo(3);
  }

  @Test
  void ranksBySharpeWithAThreadPerProcessorIfNobodySays() {
    backtests.sweep = swept();

    terminal.run(SWEEP);

    SweepSpec spec = backtests.sweeps.get(0);
    assertThat(spec.rank()).isEqualTo("sharpe-ratio");
    assertThat(spec.parallel()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void printsASweepAsJsonWithNullWhereThereIsNoValue() {
    backtests.sweep = swept();

    String screen = terminal.run(SWEEP + " --json");

    assertThat(screen)
        .isEqualTo(
            """
            [
            {"rank":1,"parameters":{"fast":"10"},"run":"aa01","statistics":{"sharpe-ratio":1.2,"net-profit":12.5},"orders":"5e1f","problem":null},
            {"rank":2,"parameters":{"fast":"5"},"run":"aa02","statistics":{"sharpe-ratio":null},"orders":"7c2d","problem":null},
            {"rank":null,"parameters":{"fast":"15"},"run":null,"statistics":{},"orders":null,"problem":"fast=15 is refused"}
            ]
            """);
  }

  @Test
  void showsTheBestOnlyWhereThatIsAskedFor() {
    backtests.sweep = swept();

    String screen = terminal.run(SWEEP + " --top 1");

    assertThat(screen).contains("2 more are in the file.").doesNotContain("aa02");
    assertThat(terminal.run(SWEEP + " --top 0")).isEqualTo("--top=0 must be 1 or more.\n");
    assertThat(terminal.run(SWEEP + " --no-format")).startsWith("Rank\tfast\tSharpe ratio\t");
  }

  @Test
  void aCancelledSweepSaysWhatIsKept() {
    Thread.currentThread().interrupt();

    String screen = terminal.run(SWEEP);

    assertThat(screen)
        .isEqualTo(
            "\nCancelled; 3 of 12 points are finished and kept: the same command goes on.\n");
    assertThat(backtests.cancelled).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--set fast | \"fast\" must be key=values, like fast=5..20:5 or slow=20,30,50.",
        "--set fast=9..1 | \"fast=9..1\" begins above its end.",
        "--set fast=1 --set fast=2 | fast is given twice."
      })
  void refusesValuesThatCannotBeMeant(String words, String sentence) {
    String screen =
        terminal.run("backtest:sweep --strategy emacross --data bitstamp --risk none " + words);

    assertThat(screen).isEqualTo(sentence + "\n");
    assertThat(backtests.sweeps).isEmpty();
  }

  @Test
  void comparesWithDifferencesAndTheFirstOrderThatDiffers() {
    backtests.comparison = compared();
    terminal.offer(ReportWriter.class, new FakeReports());

    String screen = terminal.run("backtest:compare aa01 bb02");

    assertThat(backtests.compared).containsExactly(List.of("aa01", "bb02"));
    assertThat(screen)
        .isEqualTo(
            """
            A is aa01: emacross fast=5 on bitstamp
            B is bb02: emacross fast=10 on bitstamp

            Setting     A         B
            ----------  --------  ---------
            parameters  {fast=5}  {fast=10}

            Statistic                          A                   B      B - A
            ----------------  ------------------  ------------------  ---------
            Sharpe ratio                    1.20                0.90       -0.3
            Max drawdown      50.00 USD (0.50 %)  62.00 USD (0.62 %)    +0.12 %
            Longest drawdown             1 h 0 m            1 h 30 m  +30 m 0 s
            Net profit        12.50 USD (0.13 %)  10.00 USD (0.10 %)       -2.5
            Calmar ratio                    0.70                   -          -

            Orders of A and B: order 2 is the first that differs: buy against sell.
            """);
  }

  private static BacktestComparison compared() {
    return new BacktestComparison(
        List.of(
            new BacktestSummary("aa01", "emacross fast=5 on bitstamp", Map.of(), Path.of("a")),
            new BacktestSummary("bb02", "emacross fast=10 on bitstamp", Map.of(), Path.of("b"))),
        List.of(new Setting("parameters", List.of("{fast=5}", "{fast=10}"))),
        List.of(
            new Row(
                "Sharpe ratio",
                List.of(ratio("Sharpe ratio", "1.20"), ratio("Sharpe ratio", "0.90"))),
            new Row(
                "Max drawdown",
                List.of(
                    Figure.of("Max drawdown", new BigDecimal("0.005"), "50.00 USD (0.50 %)"),
                    Figure.of("Max drawdown", new BigDecimal("0.0062"), "62.00 USD (0.62 %)"))),
            new Row(
                "Longest drawdown",
                List.of(
                    Figure.of("Longest drawdown", new BigDecimal("3600"), "1 h 0 m"),
                    Figure.of("Longest drawdown", new BigDecimal("5400"), "1 h 30 m"))),
            new Row(
                "Net profit",
                List.of(
                    Figure.of("Net profit", new BigDecimal("12.5"), "12.50 USD (0.13 %)"),
                    Figure.of("Net profit", new BigDecimal("10"), "10.00 USD (0.10 %)"))),
            new Row(
                "Calmar ratio",
                List.of(ratio("Calmar ratio", "0.70"), Figure.none("Calmar ratio", "no fall")))),
        List.of("order 2 is the first that differs: buy against sell"));
  }

  @Test
  void comparesForScripts() {
    backtests.comparison = compared();

    String json = terminal.run("backtest:compare aa01 bb02 --json");

    assertThat(json)
        .startsWith(
            "[\n{\"statistic\":\"sharpe-ratio\",\"values\":{\"aa01\":1.2,\"bb02\":0.9},"
                + "\"differences\":{\"bb02\":-0.3}},\n")
        .contains(
            "{\"statistic\":\"calmar-ratio\",\"values\":{\"aa01\":0.7,\"bb02\":null},"
                + "\"differences\":{\"bb02\":null}}\n]\n");
    assertThat(terminal.run("backtest:compare aa01 bb02 --no-format"))
        .startsWith("Statistic\taa01\tbb02\nSharpe ratio\t1.2\t0.9\n");
  }

  @Test
  void refusesToCompareOneAndWhatIsNotThere() {
    assertThat(terminal.run("backtest:compare aa01"))
        .isEqualTo("A comparison needs two results or more. See them with: backtest:list\n");
    assertThat(terminal.run("backtest:compare aa01 zz"))
        .isEqualTo("no single result begins with \"zz\"\n");
    assertThat(terminal.run("backtest:compare aa01 bb02 --loud"))
        .isEqualTo("\"--loud\" is too much here. See --help.\n");
  }

  @Test
  void saysThatNoPastOrderChanged() {
    backtests.verification =
        new Verification(
            12, 11, List.of(new Cut(1_385_424_000_000_000_000L, 4, 3, ""), new Cut(2, 12, 11, "")));

    String screen = terminal.run(VERIFY + " --cuts 1");

    assertThat(backtests.cuts).isEqualTo(1);
    assertThat(backtests.verified.get(0).strategy()).isEqualTo("emacross");
    assertThat(screen)
        .isEqualTo(
            """
            Data ends                 Orders  Fills  Past
            ------------------------  ------  -----  --------
            2013-11-26T00:00:00.000Z       4      3  the same
            whole, again                  12     11  the same

            No past order changed: 12 orders compared at 1 moment, and the whole run twice.
            """);
  }

  @Test
  void endsWithTheFirstOrderThatKnewTheFuture() {
    backtests.verification =
        new Verification(12, 11, List.of(new Cut(0, 4, 3, "order 4 with all data: a; without: b")));

    String screen = terminal.run(VERIFY);

    assertThat(backtests.cuts).isEqualTo(10);
    assertThat(screen)
        .contains("CHANGED")
        .endsWith("\nThe past changed: order 4 with all data: a; without: b.\n");
  }

  @Test
  void doesNotCallARunWithoutOrdersVerified() {
    backtests.verification = new Verification(0, 0, List.of(new Cut(0, 0, 0, "")));

    String screen = terminal.run(VERIFY);

    assertThat(screen).endsWith("There was no order, so nothing could have known the future.\n");
  }

  @Test
  void aCancelledVerificationShowedNothing() {
    Thread.currentThread().interrupt();

    String screen = terminal.run(VERIFY);

    assertThat(screen).isEqualTo("\nCancelled; nothing was shown to be wrong or right.\n");
    assertThat(Thread.interrupted()).isFalse();
  }
}
