package dev.bourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P11")
class ReportsTest {
  private final Reports reports = new Reports();

  /** The page stays in {@code target} to be looked at. */
  @Test
  void giveTheSameBytesForTheSameRun() throws IOException {
    String page = reports.html(Week.result());
    String text = reports.text(Week.result());
    Files.writeString(Path.of("target", "week.html"), page);

    assertThat(page).isEqualTo(reports.html(Week.result()));
    assertThat(text).isEqualTo(reports.text(Week.result()));
  }

  @Test
  void showTheStatisticsThatAResultCarries() {
    Map<String, String> statistics = new LinkedHashMap<>();
    statistics.put("Net profit", "1.00 USD (0.01 %)");
    statistics.put("Edge", "0.30");
    BacktestResult result = with(new RunBuilder().build(), statistics);

    String text = reports.text(result);

    assertThat(text)
        .endsWith(
            """
            Equity
              Net profit  1.00 USD (0.01 %)

            Other
              Edge  0.30
            """);
    assertThat(reports.html(result)).contains("<dt>Edge</dt><dd>0.30</dd>");
  }

  private static BacktestResult with(BacktestResult result, Map<String, String> statistics) {
    return new BacktestResult(
        result.id(),
        result.spec(),
        result.assumptions(),
        result.dataHash(),
        result.dataCounts(),
        result.firstTime(),
        result.lastTime(),
        result.orders(),
        result.fills(),
        result.equity(),
        result.bars(),
        statistics,
        result.notes());
  }
}
