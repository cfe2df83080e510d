package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mark prices and funding rates out of columns of a text file, through a whole backtest. */
@Tag("N17")
@Tag("P11")
class ContractDataBacktestTest {
  @TempDir Path folder;

  private BacktestResult run(List<String> bars, String... more) throws IOException {
    return CaseRun.ofBars(bars, more)
        .onMargin()
        .rule("maintenance.margin", "0.01")
        .run(folder, new BuysAndCloses(0, 9, "10"), "2000");
  }

  @Test
  void equityFollowsTheMarkPriceAndPaysTheDatasFunding() throws IOException {
    BacktestResult result =
        run(
            List.of(
                "2024-01-01,100,100,100,100,1000,,",
                "2024-01-02,100,100,100,100,1000,101.5,0.0001",
                "2024-01-03,110,120,110,120,1000,,-0.001",
                "2024-01-04,120,120,120,120,1000,118,"),
            "mark",
            "funding.rate");

    assertThat(TheirFigures.atCloses(result))
        .extracting(Object::toString)
        .containsExactly("2000.00", "2000.00", "2014.90", "2180.92");
  }

  @Test
  void withoutThoseColumnsTheLastPriceCounts() throws IOException {
    BacktestResult result =
        run(
            List.of(
                "2024-01-01,100,100,100,100,1000",
                "2024-01-02,100,100,100,100,1000",
                "2024-01-03,110,120,110,120,1000",
                "2024-01-04,120,120,120,120,1000"));

    assertThat(TheirFigures.atCloses(result))
        .extracting(Object::toString)
        .containsExactly("2000.00", "2000.00", "2000.00", "2200.00");
  }
}
