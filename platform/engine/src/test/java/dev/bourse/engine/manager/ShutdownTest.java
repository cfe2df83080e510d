package dev.bourse.engine.manager;

import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("A2")
class ShutdownTest {
  @TempDir private Path folder;

  @Test
  void leavesASentencePerTraderOnWhatStaysAtTheVenue() throws IOException {
    ManagerBench bench = new ManagerBench(folder);
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", TestStrategy.buyer()));
    bench.configureTrader("demo", "main");
    bench.configureStrategy("demo", "s");
    bench.await("demo", "runs with its strategy", view -> view.strategies().size() == 1);
    bench.await("demo", TraderStatus.RUNNING);
    bench.venue.trade(100_00);
    bench.await("demo", "holds", view -> !view.positions().isEmpty());

    bench.close();

    List<String> sentences = Files.readAllLines(folder.resolve("var/farewell.txt"));
    assertThat(sentences)
        .containsExactly(
            "demo stopped; no order stays at a venue; held: 0.10000000 BTCUSD.TEST by s");
  }

  @Test
  @Tag("N25")
  void namesAStopThatDiesWithTheProcess() throws IOException {
    ManagerBench bench = new ManagerBench(folder);
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", protectedBuyer()));
    bench.configureTrader("demo", "main", "protection", "local");
    bench.configureStrategy("demo", "s");
    bench.await("demo", "runs with its strategy", view -> view.strategies().size() == 1);
    bench.await("demo", TraderStatus.RUNNING);
    bench.venue.trade(100_00);
    bench.await("demo", "holds", view -> !view.positions().isEmpty());
    bench.venue.trade(100_00);
    bench.await("demo", "has its stop", view -> view.liveOrders().size() == 1);

    bench.close();

    List<String> sentences = Files.readAllLines(folder.resolve("var/farewell.txt"));
    assertThat(sentences)
        .singleElement()
        .asString()
        .startsWith(
            "demo stopped; no order stays at a venue; held here and without effect until the next"
                + " start: 1 order, ")
        .endsWith(
            " SELL 0.1000 BTCUSD.TEST STOP_MARKET trigger 90.00 DEFAULT; held: 0.10000000"
                + " BTCUSD.TEST by s");
  }

  private static TestStrategy protectedBuyer() {
    return new TestStrategy()
        .habit(
            (trade, count, orders) -> {
              if (count == 1) {
                orders.buyMarket(Quantity.of("0.1000"));
              } else if (orders.isLong() && orders.live().isEmpty()) {
                orders.submit(
                    OrderSpec.stop(
                        orders.instrument(),
                        Side.SELL,
                        Quantity.of("0.1000"),
                        orders.instrument().price("90.00")));
              }
            });
  }
}
