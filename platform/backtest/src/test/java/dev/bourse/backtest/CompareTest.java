package dev.bourse.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestComparison.Row;
import dev.bourse.api.backtest.BacktestComparison.Setting;
import dev.bourse.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P15")
@Tag("S20")
class CompareTest {
  @TempDir Path folder;

  private Backtests service() {
    return new Backtests(Runs.plugins(Runs.waves(2_000)), folder, () -> Optional.of(new Reports()));
  }

  private static Row row(BacktestComparison comparison, String name) {
    return comparison.statistics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void putsStatisticsSideBySideWithTheirDifferences() {
    Backtests service = service();
    String one = service.start(Runs.spec("bars", "1")).result().join().id();
    String other = service.start(Runs.spec("bars", "3")).result().join().id();

    BacktestComparison comparison = service.compare(List.of(one, other));

    Row fills = row(comparison, "Fills");
    assertThat(comparison.runs()).extracting(run -> run.id()).containsExactly(one, other);
    assertThat(fills.difference(0).orElseThrow()).isEqualByComparingTo("0");
    assertThat(fills.difference(1).orElseThrow())
        .isEqualByComparingTo(
            fills.figures().get(1).value().subtract(fills.figures().get(0).value()))
        .isNegative();
    assertThat(row(comparison, "Sharpe ratio").difference(1)).isEmpty();
    assertThat(comparison.settings())
        .containsExactly(new Setting("parameters", List.of("{bars=1}", "{bars=3}")));
  }

  @Test
  void namesTheFirstOrderThatDiffers() {
    Backtests service = service();
    String one = service.start(Runs.spec("bars", "1")).result().join().id();
    String other = service.start(Runs.spec("bars", "2")).result().join().id();
    String dearer = service.start(Runs.exchange("fee.taker", "0.01")).result().join().id();

    List<String> first = service.compare(List.of(one, other, dearer)).firstOrders();

    assertThat(first.get(0))
        .isEqualTo(
            "order 2 is the first that differs: 1970-01-01T00:02:00Z SELL 1.00000000"
                + " BTCUSD.BITSTAMP MARKET: created 1970-01-01T00:02:00Z against"
                + " 1970-01-01T00:03:00Z, updated 1970-01-01T00:02:10Z against 1970-01-01T00:03:10Z,"
                + " notional 115.24000000 USD against 111.24000000 USD, expected_price 108.25 against"
                + " 104.25");
    assertThat(first.get(1)).startsWith("all ").endsWith(" orders are the same");
  }

  @Test
  void aResultComparedWithoutAStatisticOfTheOtherHasADash() throws IOException {
    Backtests service = service();
    String one = service.start(Runs.spec("bars", "1")).result().join().id();
    String other = service.start(Runs.spec("bars", "2")).result().join().id();
    Path file = folder.resolve(other).resolve("statistics.csv");
    Files.writeString(file, Files.readString(file).replaceAll("(?m)^Fills,.*\n", ""));

    Row fills = row(service.compare(List.of(one, other)), "Fills");

    assertThat(fills.figures().get(1).text()).isEqualTo("- (not in this result)");
    assertThat(fills.difference(1)).isEmpty();
  }

  @Test
  void refusesWhatCannotBeCompared() throws IOException {
    Backtests service = service();
    String one = service.start(Runs.spec("bars", "1")).result().join().id();
    String old = service.start(Runs.spec("bars", "2")).result().join().id();
    String damaged = service.start(Runs.spec("bars", "3")).result().join().id();
    Files.delete(folder.resolve(old).resolve("statistics.csv"));
    Path broken = folder.resolve(damaged).resolve("statistics.csv");
    Files.writeString(broken, "statistic,value,text,reason\nFills,many\n");

    assertThatThrownBy(() -> service.compare(List.of(one)))
        .hasMessage("a comparison needs 2 to 20 results, not 1");
    assertThatThrownBy(() -> service.compare(List.of(one, "zz")))
        .hasMessage("no single result begins with \"zz\"");
    assertThatThrownBy(() -> service.compare(List.of(one, one.substring(0, 12))))
        .hasMessage("result " + one + " is given twice");
    assertThatThrownBy(() -> service.compare(List.of(one, old)))
        .hasMessage(
            "result "
                + old
                + " has no statistics.csv: it was kept by an older version; run it again");
    assertThatThrownBy(() -> service.compare(List.of(one, damaged)))
        .hasMessage(broken + " is damaged at \"Fills,many\": run the backtest again");
  }
}
