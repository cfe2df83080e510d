package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepResult.Point;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.backtest.Verification;
import dev.bourse.backtest.Backtests;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.report.Reports;
import dev.bourse.risk.limits.LimitsFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled strategy over 100,000 real trades: swept, compared, and without the future. */
@Tag("P15")
@Tag("S20")
class BitstampSweepTest {
  @TempDir Path folder;
  private Backtests service = new Backtests(new Plugins(), Path.of("none"), Optional::empty);

  @BeforeEach
  void lay() throws IOException {
    Bitstamp.lay(folder);
    Plugins plugins =
        new Plugins()
            .strategy("emacross", "1", new EmaCross())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .risk("limits", "1", new LimitsFactory())
            .data("1", new CsvData(List.of(folder)));
    service = new Backtests(plugins, folder.resolve("results"), () -> Optional.of(new Reports()));
  }

  private static BacktestSpec spec(Map<String, String> parameters) {
    return new BacktestSpec(
        "emacross",
        parameters,
        "bitstamp",
        List.of(),
        "1m",
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        List.of("10000 USD"),
        Map.of(),
        Map.of("limits", Map.of()));
  }

  @Test
  void aSweepRanksWhatSingleRunsGiveAndLeavesOutWhatTheStrategyRefuses() {
    Map<String, List<String>> grid = new LinkedHashMap<>();
    grid.put("fast", List.of("5", "20"));
    grid.put("slow", List.of("20", "30"));
    SweepSpec sweep = new SweepSpec(spec(Map.of("quantity", "0.5")), grid, "net-profit", 2);

    SweepResult result = service.sweep(sweep).result().join();

    assertThat(result.points()).hasSize(4);
    assertThat(result.points().get(3).problem())
        .isEqualTo("strategy emacross: fast=20 must be below slow=20");
    Point best = result.points().get(0);
    Map<String, String> parameters = new LinkedHashMap<>(best.parameters());
    parameters.put("quantity", "0.5");
    BacktestResult single = service.start(spec(parameters)).result().join();
    assertThat(single.id()).isEqualTo(best.id());
    assertThat(single.figures()).isEqualTo(best.figures());
  }

  @Test
  void twoRunsAreComparedOrderByOrder() {
    String slow = service.start(spec(Map.of("fast", "10"))).result().join().id();
    String fast = service.start(spec(Map.of("fast", "5"))).result().join().id();

    BacktestComparison comparison = service.compare(List.of(slow, fast));

    assertThat(comparison.settings())
        .extracting(BacktestComparison.Setting::name)
        .containsExactly("parameters");
    assertThat(comparison.firstOrders().get(0))
        .startsWith("order 1 is the first that differs: 2013");
  }

  @Test
  void noOrderOfTheBundledStrategyKnewTheFuture() {
    Verification verification = service.verify(spec(Map.of()), 6).result().join();

    assertThat(verification.orders()).isGreaterThan(100);
    assertThat(verification.cuts()).hasSize(7).allMatch(cut -> cut.difference().isEmpty());
  }
}
