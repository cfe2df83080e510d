package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.data.csv.DescribedFormat;
import dev.bourse.data.parquet.ParquetData;
import dev.bourse.data.parquet.ParquetLibrary;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.risk.limits.LimitsFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backtest does not see whether its data is text or stored. */
@Tag("N30")
@Tag("P11")
class StoredDataTest {
  @TempDir Path folder;
  private Plugins plugins = new Plugins();
  private DataCounts stored = new DataCounts(0, 0, 0, 0);

  @BeforeEach
  void store() throws IOException {
    Path description = Bitstamp.lay(folder);
    ParquetLibrary library = new ParquetLibrary(List.of(folder));
    library.addFormat(new DescribedFormat());
    ImportRequest request = new ImportRequest("packed", List.of(description), "", "", Map.of());
    stored = library.add(request).result().join().counts();
    plugins =
        new Plugins()
            .strategy("emacross", "1", new EmaCross())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .risk("limits", "1", new LimitsFactory())
            .data("1", new CsvData(List.of(folder)))
            .data("1", new ParquetData(List.of(folder)));
  }

  @Test
  void ordersFillsAndEquityAreTheSameOverTextAndOverTheStore() {
    BacktestResult text = run("bitstamp");

    BacktestResult packed = run("packed");

    assertThat(stored).isEqualTo(new DataCounts(99_982, 18, 0, 0));
    assertThat(packed.orders()).isEqualTo(text.orders()).hasSizeGreaterThan(100);
    assertThat(packed.fills()).isEqualTo(text.fills());
    assertThat(packed.equity()).isEqualTo(text.equity());
    assertThat(packed.dataHash()).matches("[0-9a-f]{64}").isNotEqualTo(text.dataHash());
  }

  private BacktestResult run(String data) {
    BacktestSpec spec =
        new BacktestSpec(
            "emacross",
            Map.of("fast", "10", "slow", "20", "quantity", "0.5"),
            data,
            List.of(),
            "1m",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of("10000 USD"),
            Map.of(),
            Map.of("limits", Map.of()));
    return Backtest.of(spec, plugins).run();
  }
}
