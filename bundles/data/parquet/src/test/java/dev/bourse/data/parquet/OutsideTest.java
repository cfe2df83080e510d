package dev.bourse.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars that Binance served somebody else, row by row as exact decimals. */
@Tag("outside")
@Tag("N30")
final class OutsideTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "3m, 15683, 0",
    "5m, 10906, 0",
    "15m, 3635, 0",
    "30m, 1439, 0",
    "1h, 719, 0",
    "1d, 29, 0"
  })
  void everyBarComesBackAsItIsWritten(String length, int count, int missing) throws IOException {
    Path file = cases().resolve("market-data/binance-usdm-2025/BTCUSDT-" + length + ".csv.gz");
    try (Store store = new Store(folder)) {
      store.add("usdm", Store.rules("BTC", "0.1", "0.001"), file);

      List<MarketEvent> events = store.events("usdm");

      CheckReport report = Store.done(store.library().check(DataRange.all("usdm")));
      assertThat(events).hasSize(count);
      assertThat(events).map(each -> numbers((Bar) each)).isEqualTo(lines(file, length));
      assertThat(report.findings())
          .filteredOn(each -> each.what().equals("missing bars"))
          .singleElement()
          .satisfies(each -> assertThat(each.count()).isEqualTo(missing));
    }
  }

  static Path cases() {
    Path cases = Path.of(System.getProperty("cases.dir", "../../../../shared/cases"));
    assumeTrue(
        Files.isDirectory(cases),
        "the outside cases are not here; name their folder with -Dcases.dir=<folder>");
    return cases;
  }

  private static List<BigDecimal> numbers(Bar bar) {
    return decimals(
        List.of(
            String.valueOf(bar.eventTime()),
            bar.open().toString(),
            bar.high().toString(),
            bar.low().toString(),
            bar.close().toString(),
            bar.volume().toString()));
  }

  private static List<List<BigDecimal>> lines(Path file, String length) throws IOException {
    long nanos = BarInterval.of(length).nanos();
    List<List<BigDecimal>> all = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> cells = new ArrayList<>(List.of(line.split(",", -1)).subList(0, 6));
        cells.set(0, String.valueOf(Long.parseLong(cells.get(0)) * 1_000_000 + nanos));
        all.add(decimals(cells));
      }
    }
    return all;
  }

  private static List<BigDecimal> decimals(List<String> cells) {
    return cells.stream().map(each -> new BigDecimal(each).stripTrailingZeros()).toList();
  }
}
