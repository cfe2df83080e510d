package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.Conversion;
import dev.bourse.report.Reports;
import dev.bourse.report.statistics.RoundTrip;
import dev.bourse.report.statistics.RoundTrips;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backtest whose fees are paid in a third currency names the rate of each. */
@Tag("N28")
@Tag("P11")
class FeeRatesTest {
  private static final List<String> BARS =
      List.of(
          "2024-01-01,100,100,100,100",
          "2024-01-02,100,100,100,100",
          "2024-01-03,110,120,110,120",
          "2024-01-04,125,125,125,125");

  @TempDir Path folder;

  private BacktestResult run() throws IOException {
    return CaseRun.ofBars(BARS)
        .onMargin()
        .rule("base.decimals", "8")
        .with("fee.taker", "0.001")
        .with("fee.currency", "INDEX")
        .run(folder, new BuysAndCloses(0, 2, "10"), List.of("10000 EUR", "5 INDEX"));
  }

  @Test
  void theListOfTradesNamesTheRateOfEachFeeAndTakesItOffTheProfit() throws IOException {
    BacktestResult result = run();

    RoundTrip trip = RoundTrips.of(result).get(0);

    assertThat(trip.conversions())
        .extracting(Conversion::toString)
        .containsExactly(
            "0.01000000 INDEX = 1.00 EUR at 100.00 (INDEX.CASE, 2024-01-02T00:00:00Z)",
            "0.01000000 INDEX = 1.20 EUR at 120.00 (INDEX.CASE, 2024-01-04T00:00:00Z)");
    assertThat(trip.fees()).isEqualByComparingTo("2.20");
    assertThat(trip.profit()).isEqualByComparingTo(new BigDecimal("247.80"));
  }

  @Test
  void theFilesAndPagesShowTheRates() throws IOException {
    BacktestResult result = run();

    String trades = new Reports().tables(result).get("trades.csv");
    String page = new Reports().html(result);
    String text = new Reports().text(result);

    assertThat(trades).contains("0.01000000 INDEX = 1.00 EUR at 100.00 (INDEX.CASE,");
    assertThat(page).contains("0.01000000 INDEX = 1.00 EUR at 100.00 (INDEX.CASE,");
    assertThat(text)
        .contains(
            "2 fees of 0.02000000 INDEX were worth 2.20 EUR when they were charged, at 100.00"
                + " (INDEX.CASE, 2024-01-02T00:00:00Z) to 120.00 (INDEX.CASE,"
                + " 2024-01-04T00:00:00Z)");
  }
}
