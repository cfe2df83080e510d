package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.event.Trade;
import dev.bourse.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K1")
class BacktestsTest {
  @TempDir Path folder;

  private Backtests service(ListData data) {
    return new Backtests(Runs.plugins(data), folder, () -> Optional.of(new Reports()));
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesTheWholeResultIntoAFolderOfItsId() throws IOException {
    Backtests service = service(Runs.threeMinutes());

    BacktestResult result = service.start(Runs.spec()).result().join();

    assertThat(files(folder)).containsExactly(result.id());
    assertThat(files(folder.resolve(result.id())))
        .containsExactly(
            "drawdowns.csv",
            "equity.csv",
            "fills.csv",
            "orders.csv",
            "report.html",
            "result.txt",
            "returns.csv",
            "statistics.csv",
            "symbols.csv",
            "trace.txt",
            "trades.csv");
    assertThat(folder.resolve(result.id()).resolve("fills.csv"))
        .hasContent(
            """
            id,order,time,instrument,side,price,quantity,notional,fee,liquidity,fee_worth,fee_rate
            %s,backtest-patience-1-1,1970-01-01T00:01:01Z,BTCUSD.BITSTAMP,BUY,110.01,1.00000000,110.01000000 USD,0.27502500 USD,TAKER,,
            %s,backtest-patience-1-2,1970-01-01T00:02:10Z,BTCUSD.BITSTAMP,SELL,111.99,1.00000000,111.99000000 USD,0.27997500 USD,TAKER,,
            """
                .formatted(result.fills().get(0).fillId(), result.fills().get(1).fillId()));
  }

  @Test
  void findsResultsByTheBeginningOfTheirId() {
    Backtests service = service(Runs.threeMinutes());
    BacktestResult one = service.start(Runs.spec()).result().join();
    BacktestResult other = service.start(Runs.spec("bars", "2")).result().join();

    Optional<BacktestSummary> found = service.find(one.id().substring(0, 8));

    assertThat(found.orElseThrow().id()).isEqualTo(one.id());
    assertThat(found.orElseThrow().statistics())
        .isEqualTo(one.statistics())
        .containsKey(ReportWriter.NET_PROFIT);
    assertThat(service.list())
        .extracting(BacktestSummary::id)
        .containsExactlyInAnyOrder(one.id(), other.id());
    assertThat(service.find("zz")).isEmpty();
  }

  @Test
  void runningAgainReplacesTheResult() throws IOException {
    Backtests service = service(Runs.threeMinutes());
    String first = service.start(Runs.spec()).result().join().id();

    String second = service.start(Runs.spec()).result().join().id();

    assertThat(second).isEqualTo(first);
    assertThat(files(folder)).containsExactly(first);
  }

  @Test
  void aCancelledRunLeavesNothingBehind() throws Exception {
    CountDownLatch reading = new CountDownLatch(5_000);
    Backtests service =
        service(
            new ListData(
                List.of(BTCUSD),
                () ->
                    IntStream.iterate(0, i -> i + 1)
                        .peek(i -> reading.countDown())
                        .mapToObj(i -> trade(BTCUSD, i, "100.00", "1"))
                        .map(Trade.class::cast)
                        .iterator()));
    BacktestRun run = service.start(Runs.spec());
    reading.await();

    run.cancel();

    assertThatThrownBy(() -> run.result().join()).isInstanceOf(CancellationException.class);
    assertThat(run.events()).isGreaterThanOrEqualTo(1_024);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void runsAtTheSameTimeDoNotTouchEachOther() {
    Backtests service = service(Runs.waves(20_000));
    BacktestResult alone = service.start(Runs.spec()).result().join();

    List<BacktestRun> runs =
        IntStream.range(1, 5)
            .mapToObj(i -> service.start(Runs.spec("bars", String.valueOf(i))))
            .toList();
    List<BacktestResult> results = runs.stream().map(each -> each.result().join()).toList();

    assertThat(results.get(0).fills()).isEqualTo(alone.fills());
    assertThat(results.get(0).equity()).isEqualTo(alone.equity());
    assertThat(results).extracting(BacktestResult::id).doesNotHaveDuplicates();
  }

  @Test
  void withoutTheReportBundleTheRestIsWritten() throws IOException {
    Backtests service = new Backtests(Runs.plugins(Runs.threeMinutes()), folder, Optional::empty);

    BacktestResult result = service.start(Runs.spec()).result().join();

    assertThat(files(folder.resolve(result.id())))
        .containsExactly(
            "equity.csv", "fills.csv", "orders.csv", "result.txt", "statistics.csv", "trace.txt");
    assertThat(result.notes())
        .containsExactly("no statistics and no report.html: the report bundle is not installed");
  }
}
