package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.api.backtest.StressVariant;
import dev.bourse.api.backtest.SweepRun;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.backtest.Verification;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.trader.TraderRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P4")
@Tag("P11")
class BacktestScreensTest {
  private static final String MINIMAL =
      "backtest:run --strategy emacross --data bitstamp --bar 1m --risk none";

  private static final Map<String, String> DOUBLED = Map.of("fee.multiple", "2");

  private final Runs runs = new Runs();
  private final Terminal terminal =
      new Terminal()
          .offer(BacktestService.class, runs)
          .offer(
              HistoricalDataSource.class,
              PartScreensTest.source(
                  new DataSet("bitstamp", List.of(Demo.BTCUSD), "trades", "somewhere", "")));

  @Test
  void runsWhatWasTyped() {
    String screen =
        terminal
            .headless()
            .run(
                "backtest:run --strategy emacross --param fast=5 --param slow=30 --data bitstamp"
                    + " --instrument BTCUSD.BITSTAMP --bar 1m --from 2013-11-26"
                    + " --to 2013-11-28T12:00:00Z --cash \"5000 USD\" --cash \"1 BTC\""
                    + " --exchange fee.taker=0.0025 --risk limits:max.notional=5000"
                    + " --risk limits:max.orders=3 --risk breakers");

    assertThat(runs.started)
        .containsExactly(
            new BacktestSpec(
                "emacross",
                Map.of("fast", "5", "slow", "30"),
                "bitstamp",
                List.of(InstrumentId.of("BTCUSD.BITSTAMP")),
                "1m",
                1_385_424_000_000_000_000L,
                1_385_640_000_000_000_000L,
                List.of("5000 USD", "1 BTC"),
                Map.of("fee.taker", "0.0025"),
                Map.of(
                    "limits",
                    Map.of("max.notional", "5000", "max.orders", "3"),
                    "breakers",
                    Map.of())));
    assertThat(screen)
        .isEqualTo(
            """
            Run 3f2a9c41: emacross on bitstamp
              Net profit    12.34 USD (0.12 %)
              Max drawdown  5.00 USD (0.05 %)
            Report: var/backtests/3f2a9c41/report.html
            """);
  }

  @Test
  void takesTheWholeSetAndTenThousandIfNobodySays() {
    terminal.headless().run(MINIMAL);

    BacktestSpec spec = runs.started.get(0);

    assertThat(spec.from()).isEqualTo(Long.MIN_VALUE);
    assertThat(spec.to()).isEqualTo(Long.MAX_VALUE);
    assertThat(spec.instruments()).isEmpty();
    assertThat(spec.cash()).containsExactly("10000 USD");
    assertThat(spec.risk()).isEmpty();
  }

  @Test
  void guardsTheRunWithEveryRiskModuleThereIsIfNobodySays() {
    terminal.offer(TraderRegistry.class, new FakeRegistry());

    terminal.headless().run("backtest:run --strategy emacross --data bitstamp --bar 1m");

    assertThat(runs.started.get(0).risk()).isEqualTo(Map.of("limits", Map.of()));
  }

  @Test
  void printsTheReportWhereThereIsAWriter() {
    terminal.offer(ReportWriter.class, new Writer());

    String screen = terminal.headless().run(MINIMAL);

    assertThat(screen)
        .isEqualTo(
            """
            The table of 3f2a9c41

            Report: var/backtests/3f2a9c41/report.html
            """);
  }

  @Test
  void runsItAgainUnderHarderConditionsInOneTable() {
    String screen = terminal.headless().run(MINIMAL + " --stress");

    assertThat(runs.started).extracting(BacktestSpec::exchange).containsExactly(Map.of(), DOUBLED);
    assertThat(screen)
        .endsWith(
            """

            Under harder conditions:

            Conditions            Net profit       Max drawdown  Sharpe ratio  Round trips  Win rate  Fees  Run
            ------------  ------------------  -----------------  ------------  -----------  --------  ----  --------
            as asked      12.34 USD (0.12 %)  5.00 USD (0.05 %)             -            -         -     -  3f2a9c41
            doubled fees  12.34 USD (0.12 %)  5.00 USD (0.05 %)             -            -         -     -  3f2a9c41
            """);
  }

  @Test
  void showsHowFarItIsOnATerminalOnly() {
    runs.progressOnce();

    String screen = terminal.run(MINIMAL);
    runs.progressOnce();
    String piped = terminal.headless().run(MINIMAL);

    assertThat(screen)
        .matches("(?s)\\r\\[=+> +]  45 %  12,345 events  [\\d,]+/s  \\d+ (ms|s) left\\u001b\\[K.*");
    assertThat(piped).startsWith("Run 3f2a9c41").doesNotContain("%  12,345 events");
  }

  @Test
  void cancelsTheRunOnCtrlC() {
    runs.running();
    Thread.currentThread().interrupt();

    String screen = terminal.run(MINIMAL);

    assertThat(screen).isEqualTo("\nCancelled after 12345 events; nothing is kept.\n");
    assertThat(runs.cancelled).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void tellsWhyARunFailed() {
    runs.failing(new IllegalStateException("bitstamp.csv line 17: price \"x\" is no number"));

    String screen = terminal.run(MINIMAL);

    assertThat(screen)
        .isEqualTo("The run failed: bitstamp.csv line 17: price \"x\" is no number\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--risk none --from yesterday | time \"yesterday\" must be a day like 2013-11-25 or a time"
            + " like 2013-11-25T08:00:00Z, in UTC.",
        "--bar 1m | No risk module is installed that could guard the run: --risk none runs"
            + " without.",
        "--risk none --risk limits | --risk none cannot stand beside other modules.",
        "--risk limits:5000 | \"5000\" must be key=value.",
        "--risk none --param fast | \"fast\" must be key=value.",
        "--risk none --instrument BTCUSD | instrument \"BTCUSD\" must be SYMBOL.VENUE, like"
            + " BTCUSDT.BINANCE"
      })
  void refusesWhatCannotBeMeant(String words, String sentence) {
    String screen = terminal.run("backtest:run --strategy emacross --data bitstamp " + words);

    assertThat(screen).isEqualTo(sentence + "\n");
    assertThat(runs.started).isEmpty();
  }

  @Test
  void listsResults() {
    String screen = terminal.run("backtest:list");

    assertThat(screen)
        .isEqualTo(
            """
            Run       Title                         Net profit       Max drawdown  Sharpe ratio  Round trips  Win rate  Fees
            --------  --------------------  ------------------  -----------------  ------------  -----------  --------  ----
            3f2a9c41  emacross on bitstamp  12.34 USD (0.12 %)  5.00 USD (0.05 %)             -            -         -     -
            """);
  }

  @Test
  void saysThatThereIsNoResult() {
    runs.summaries = List.of();

    assertThat(terminal.run("backtest:list"))
        .isEqualTo(
            "No backtests yet. Try: backtest:run --strategy emacross --data bitstamp --bar 1m"
                + "\n");
    assertThat(terminal.run("backtest:list --json")).isEqualTo("[]\n");
    assertThat(terminal.run("backtest:show 3f"))
        .isEqualTo("No single result begins with \"3f\". See them with: backtest:list\n");
  }

  @Test
  void showsOneResult() {
    String screen = terminal.run("backtest:show 3f2a");

    assertThat(screen)
        .isEqualTo(
            """
            Run 3f2a9c41: emacross on bitstamp
              Net profit    12.34 USD (0.12 %)
              Max drawdown  5.00 USD (0.05 %)
            Report: var/backtests/3f2a9c41/report.html
            """);
  }

  /** Backtests that end at once, or as they were told. */
  private static final class Runs implements BacktestService, BacktestRun {
    private final List<BacktestSpec> started = new ArrayList<>();
    private List<BacktestSummary> summaries = List.of(summary());
    private CompletableFuture<BacktestResult> result = new CompletableFuture<>();
    private boolean ready = true;
    private boolean cancelled;

    void running() {
      ready = false;
    }

    void progressOnce() {
      result = new CompletableFuture<>();
      ready = false;
    }

    void failing(Exception reason) {
      ready = false;
      result = CompletableFuture.failedFuture(reason);
    }

    @Override
    public BacktestRun start(BacktestSpec spec) {
      started.add(spec);
      if (ready) {
        result = CompletableFuture.completedFuture(empty(spec));
      }
      return this;
    }

    @Override
    public BacktestComparison compare(List<String> ids) {
      throw new UnsupportedOperationException("nothing is compared here");
    }

    @Override
    public List<StressVariant> stress(BacktestSpec spec) {
      return List.of(new StressVariant("doubled fees", spec.withExchange(DOUBLED)));
    }

    @Override
    public SweepRun sweep(SweepSpec spec) {
      throw new UnsupportedOperationException("nothing is swept here");
    }

    @Override
    public BacktestJob<Verification> verify(BacktestSpec spec, int cuts) {
      throw new UnsupportedOperationException("nothing is verified here");
    }

    @Override
    public List<BacktestSummary> list() {
      return summaries;
    }

    @Override
    public Optional<BacktestSummary> find(String id) {
      return summaries.stream().filter(summary -> summary.id().startsWith(id)).findFirst();
    }

    /** Asked while the run goes on; the run ends after the first time. */
    @Override
    public double progress() {
      result.complete(empty(started.get(started.size() - 1)));
      return 0.45;
    }

    @Override
    public long events() {
      return 12_345;
    }

    @Override
    public void cancel() {
      cancelled = true;
      result.cancel(false);
    }

    @Override
    public CompletableFuture<BacktestResult> result() {
      return result;
    }

    private static BacktestSummary summary() {
      Map<String, String> statistics = new LinkedHashMap<>();
      statistics.put(ReportWriter.NET_PROFIT, "12.34 USD (0.12 %)");
      statistics.put(ReportWriter.MAX_DRAWDOWN, "5.00 USD (0.05 %)");
      return new BacktestSummary(
          "3f2a9c41", "emacross on bitstamp", statistics, Path.of("var/backtests/3f2a9c41"));
    }

    private static BacktestResult empty(BacktestSpec spec) {
      return new BacktestResult(
          "3f2a9c41",
          spec,
          Map.of(),
          "",
          new DataCounts(0, 0, 0, 0),
          0,
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of());
    }
  }

  /** A writer that names the run. */
  private static final class Writer implements ReportWriter {
    @Override
    public Map<String, String> statistics(BacktestResult result) {
      return Map.of();
    }

    @Override
    public List<Figure> figures(BacktestResult result) {
      return List.of();
    }

    @Override
    public List<Statistic> definitions() {
      return List.of();
    }

    @Override
    public Map<String, String> tables(BacktestResult result) {
      return Map.of();
    }

    @Override
    public String html(BacktestResult result) {
      return "";
    }

    @Override
    public String text(BacktestResult result) {
      return "The table of " + result.id() + "\n";
    }
  }
}
