package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("K4")
class FlushIntervalTest {
  @TempDir private Path folder;
  private ManagerBench bench;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void flushesAtTheStopWhatTheConfiguredIntervalLeftUnforced() throws Exception {
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", TestStrategy.buyer()));
    bench.configureTrader("demo", "main", "flush.interval", "1h");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
    bench.venue.trade(100_00);
    bench.await("demo", "holds", view -> !view.positions().isEmpty());
    long important = bench.trader("demo").snapshot().sequence();
    waitUntil("orders are forced at once", () -> bench.backend.forced() >= important);

    bench.venue.trade(101_00);
    TraderSnapshot quiet = bench.await("demo", "saw it", view -> view.feeds().get(0).events() == 2);
    long before = bench.backend.forced();
    bench.trader("demo").stop().get(30, TimeUnit.SECONDS);
    bench.await("demo", TraderStatus.STOPPED);

    assertThat(before).isLessThan(quiet.sequence());
    assertThat(bench.backend.forced()).isGreaterThan(quiet.sequence());
  }
}
