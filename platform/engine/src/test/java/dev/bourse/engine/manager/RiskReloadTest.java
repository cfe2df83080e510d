package dev.bourse.engine.manager;

import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.api.risk.RiskView;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.NoParameters;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Limits of risk modules change while a trader trades, without a restart of it. */
@Timeout(120)
@Tag("A13")
class RiskReloadTest {
  @TempDir private Path folder;
  private ManagerBench bench;

  /** One breaker whose limit is the parameter. */
  private record Drawdown() implements RiskModuleFactory<NoParameters> {
    @Override
    public Class<NoParameters> configType() {
      return NoParameters.class;
    }

    @Override
    public RiskModule create(NoParameters config) {
      Breaker.Mark peak = new Breaker.Peak();
      LossLimit limit = LossLimit.of("word", config.word());
      return new Watching(
          List.of(new Breaker("drawdown", peak, limit, Duration.ofMinutes(2), false)));
    }
  }

  private record Watching(List<Breaker> breakers) implements RiskModule {
    @Override
    public RiskDecision check(Order order, RiskView view) {
      return new RiskDecision.Passed("");
    }
  }

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder);
    bench.manager.add(plugin(PluginKind.RISK, "drawdown", new Drawdown()));
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", new TestStrategy()));
    limit("10%");
    bench.configureTrader("demo", "main", "risk", "guard");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void limit(String limit, String... more) {
    String[] keys = {"trader", "demo", "type", "drawdown", "word", limit};
    bench.configure(Kind.RISK, "guard", ManagerBench.concat(more, keys));
  }

  private TraderSnapshot awaitLimit(String limit) {
    return bench.await(
        "demo",
        "watches " + limit,
        view ->
            view.safeguards().breakers().stream()
                .anyMatch(each -> each.breaker().limit().toString().equals(limit)));
  }

  @Test
  void takesNewLimitsWithoutARestart() {
    TraderSnapshot before = awaitLimit("10%");

    limit("500");
    TraderSnapshot after = awaitLimit("500");

    assertThat(after.epoch()).isEqualTo(before.epoch());
    assertThat(after.safeguards().breakers())
        .extracting(each -> each.breaker().name())
        .containsExactly("guard.drawdown");
  }

  @Test
  void keepsTheFormerLimitsWhenNewOnesAreRefusedAndStopsEntriesUntilTheyAreMended() {
    limit("lots");
    TraderSnapshot refused = bench.await("demo", TraderStatus.REDUCING);
    limit("10%", "wrd", "5");
    TraderSnapshot unknown =
        bench.await("demo", "refuses the key", view -> view.detail().contains("wrd"));
    limit("20%");
    TraderSnapshot mended = awaitLimit("20%");

    assertThat(refused.detail())
        .isEqualTo(
            "risk module guard is refused: word=lots must be an amount above zero in the account's"
                + " currency, like 500, or a share of at most 100 percent, like 5%; its former limits"
                + " go on watching");
    assertThat(refused.safeguards().breakers())
        .extracting(each -> each.breaker().limit().toString())
        .containsExactly("10%");
    assertThat(unknown.status()).isEqualTo(TraderStatus.REDUCING);
    assertThat(mended.epoch()).isEqualTo(refused.epoch());
    assertThat(bench.await("demo", TraderStatus.RUNNING).detail()).doesNotContain("refused");
  }
}
