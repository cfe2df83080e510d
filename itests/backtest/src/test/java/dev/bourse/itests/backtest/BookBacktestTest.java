package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.model.Fill;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.StrategyBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy that decides by the book and takes several of its levels. */
@Tag("P11")
class BookBacktestTest {
  private static final Map<String, String> DRAWN =
      Map.of(
          "tick", "0.01",
          "step", "0.001",
          "min.quantity", "0.001",
          "max.quantity", "1000",
          "min.notional", "0");

  private static final String BIDS = "99.00 9, 98.00 9, 97.00 9, 96.00 9, 95.00 9";
  private static final String ASKS = "101.00 1, 102.00 1, 103.00 1, 104.00 1, 105.00 1";

  @TempDir Path folder;

  private void describe(Path file, Map<String, String> rules) throws IOException {
    List<String> lines = new ArrayList<>();
    rules.forEach((key, value) -> lines.add(key + " = " + value));
    lines.addAll(
        List.of(
            "name = capture",
            "kind = capture",
            "file = " + file.toAbsolutePath(),
            "instrument = BTCUSDT.BINANCE",
            "base = BTC",
            "base.decimals = 8",
            "quote = USDT",
            "quote.decimals = 8",
            "maker.fee = 0.001",
            "taker.fee = 0.001"));
    Files.write(folder.resolve("capture.dataset"), lines);
  }

  private BacktestResult run(String most, Map<String, String> exchange) {
    Plugins plugins =
        new Plugins()
            .strategy("case", "1", new Lean(most))
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .data("1", new CsvData(List.of(folder)));
    BacktestSpec spec =
        new BacktestSpec(
            "case",
            Map.of(),
            "capture",
            List.of(),
            "1m",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of("1000000 USDT"),
            exchange,
            Map.of());
    return Backtest.of(spec, plugins).run();
  }

  /** How many prices an order got. */
  private static List<Long> prices(BacktestResult result) {
    return result.fills().stream()
        .collect(Collectors.groupingBy(Fill::orderId, Collectors.counting()))
        .values()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void theSameBookGivesTheSameRun() throws IOException {
    Path file = folder.resolve("drawn.txt");
    Files.write(file, DrawnCapture.lines(7, 2_000));
    describe(file, DRAWN);

    BacktestResult first = run("5", Map.of());
    BacktestResult second = run("5", Map.of());

    assertThat(second).isEqualTo(first);
    assertThat(first.fills()).hasSizeGreaterThan(100);
    assertThat(prices(first)).contains(2L, 3L);
  }

  @Test
  void whatItTookIsNotThereForTheNextOrder() throws IOException {
    Path file = folder.resolve("drawn.txt");
    Files.write(file, DrawnCapture.lines(7, 2_000));
    describe(file, DRAWN);

    BacktestResult consumed = run("5", Map.of("latency", "0"));
    BacktestResult endless = run("5", Map.of("latency", "0", "liquidity", "endless"));

    assertThat(consumed.equity()).isNotEqualTo(endless.equity());
    assertThat(endless.fills()).isNotEmpty();
  }

  @Test
  void aChartOfBooksAloneIsThatOfTheirMiddle() throws IOException {
    Path file = folder.resolve("drawn.txt");
    List<String> books =
        DrawnCapture.lines(7, 2_000).stream().filter(each -> !each.contains("trade")).toList();
    Files.write(file, books);
    describe(file, DRAWN);

    BacktestResult result = run("5", Map.of());

    assertThat(result.fills()).isNotEmpty();
    assertThat(result.bars()).isNotEmpty();
    assertThat(result.bars().get(0).open().toDouble()).isBetween(99.0, 101.0);
  }

  @Test
  void aBenchShowsAStrategyABook() {
    StrategyBench bench = new StrategyBench(Instruments.BTCUSD);
    Lean lean = new Lean("5");

    bench.book(lean, Market.book(Instruments.BTCUSD, 1, 1, BIDS, ASKS));
    bench.book(lean, Market.change(Instruments.BTCUSD, 2, 1, "99.00 9", ""));

    assertThat(bench.asked()).hasSize(1);
    assertThat(bench.asked().get(0)).startsWith("BUY 3").endsWith("103.00");
  }

  @Test
  @Tag("outside")
  @Tag("N30")
  void aCapturedBookIsTradedTheSameTwice() throws IOException {
    Path cases = Path.of(System.getProperty("cases.dir", "../../../shared/cases"));
    Path file = cases.resolve("market-data/binance-raw-ws-2024/spot_btcusdt_20240808.gz");
    assumeTrue(
        Files.isRegularFile(file),
        "the outside cases are not here; name their folder with -Dcases.dir=<folder>");
    describe(
        file,
        Map.of(
            "tick", "0.01",
            "step", "0.000001",
            "min.quantity", "0.00001",
            "max.quantity", "9000",
            "min.notional", "5"));

    BacktestResult first = run("2", Map.of());
    BacktestResult second = run("2", Map.of());

    assertThat(second).isEqualTo(first);
    assertThat(first.dataCounts()).isEqualTo(new DataCounts(41_249, 0, 0, 0));
    assertThat(first.fills()).hasSizeGreaterThan(300);
  }
}
