package dev.bourse.engine.manager;

import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trader that replays recorded bars of a minute. */
@Tag("N29")
class RefusedBarsTest {
  private static final long MINUTE = 60_000_000_000L;

  @TempDir private Path folder;
  private ManagerBench bench;

  @BeforeEach
  void open() {
    List<Bar> minutes = LongStream.rangeClosed(1, 100).mapToObj(RefusedBarsTest::minute).toList();
    bench = new ManagerBench(folder);
    bench.manager.add(plugin(PluginKind.DATA, "list", new ListData("minutes", minutes)));
    bench.manager.add(plugin(PluginKind.EXCHANGE, "simulated", new SimulatedExchangeFactory()));
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", TestStrategy.buyer()));
    bench.configure(
        Kind.TRADER,
        "demo",
        "mode",
        "replay",
        "accounts",
        "sim",
        "risk",
        "none",
        "persistence",
        "memory",
        "data",
        "minutes");
    bench.configure(Kind.ACCOUNT, "sim", "trader", "demo", "type", "simulated");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static Bar minute(long number) {
    return new Bar(
        Market.BTC,
        BarInterval.of("1m"),
        number * MINUTE,
        10_000,
        10_000,
        10_000,
        10_000,
        1_000,
        true);
  }

  @ParameterizedTest
  @CsvSource({"100t, trades", "10v, trades", "1m@bid, quotes"})
  void barsThatWouldNeverComeAreRefusedWithASentence(String bar, String data) {
    bench.configureStrategy("demo", "s", "bar", bar);

    TraderSnapshot view =
        bench.await("demo", "says why", each -> each.detail().contains("would never come"));

    assertThat(view.detail())
        .contains(
            "strategy s is refused: bar="
                + bar
                + " would never come: data set minutes has recorded bars, of which only larger bars"
                + " of time are made. Name such a one, like bar=1h, or replay data of "
                + data);
  }

  @Test
  void largerBarsOfTimeAreReplayed() {
    bench.configureStrategy("demo", "s", "bar", "5m");

    TraderSnapshot view =
        bench.await("demo", "has its strategy", each -> each.strategies().size() == 1);

    assertThat(view.detail()).doesNotContain("would never come");
  }
}
