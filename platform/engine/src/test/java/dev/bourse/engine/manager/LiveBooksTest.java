package dev.bourse.engine.manager;

import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.testkit.scripted.ScriptedAnswer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live trader's books against the truth at its venue. */
@Timeout(120)
@Tag("B12")
class LiveBooksTest {
  @TempDir private Path folder;
  private final ScriptedVenue venue = new ScriptedVenue();
  private ManagerBench bench;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder, venue);
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", TestStrategy.buyer()));
    bench.configureTrader("demo", "main");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void asksForTheFillsBehindWhatAQueryShowed() {
    venue.exchange().answer(ScriptedAnswer.fill("100.00").lost());

    trade();
    TraderSnapshot after =
        bench.await(
            "demo",
            "knows the fee",
            view -> !view.positions().isEmpty() && view.positions().get(0).fees().signum() > 0);

    assertThat(after.positions().get(0).quantity()).isEqualTo(Quantity.of("0.10000000"));
    assertThat(after.positions().get(0).fees()).isEqualTo(usd("0.01"));
    assertThat(after.accounts().get(0).balances())
        .extracting(Balance::total)
        .containsExactlyInAnyOrder(usd("9989.99"), Money.of("0.1", Market.BTC.base()));
  }

  private void trade() {
    venue.exchange().market(Market.trade(Market.BTC, 1, 100_00));
  }

  private static Money usd(String amount) {
    return Money.of(amount, Market.BTC.quote());
  }
}
