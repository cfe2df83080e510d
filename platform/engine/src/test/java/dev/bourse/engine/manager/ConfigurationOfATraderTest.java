package dev.bourse.engine.manager;

import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderStatus;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("N2")
class ConfigurationOfATraderTest {
  @TempDir private Path folder;
  private ManagerBench bench;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder);
    bench.configureTrader("demo", "main");
    bench.await("demo", TraderStatus.RUNNING);
    bench.configureStrategy("demo", "s");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void hasWhatWasGivenAndTheDefaultsOfTheRest() {
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", TestStrategy.buyer()));
    bench.await("demo", "has its strategy", view -> view.strategies().size() == 1);

    SortedMap<String, String> configuration = bench.trader("demo").configuration();

    assertThat(configuration)
        .containsEntry("mode", "live")
        .containsEntry("flush.interval", "5ms")
        .containsEntry("journal.backlog", "1000")
        .containsEntry("account.main.type", "script")
        .containsEntry("strategy.s.instruments", "BTCUSD.TEST");
  }

  @Test
  void leavesOutTheKeysOfAStrategyThatIsNotInstalled() {
    bench.await(
        "demo",
        "says what is missing",
        view -> view.detail().contains("strategy type test is not installed"));

    SortedMap<String, String> configuration = bench.trader("demo").configuration();

    assertThat(configuration).containsEntry("mode", "live");
    assertThat(configuration.keySet()).noneMatch(key -> key.startsWith("strategy.s."));
  }
}
