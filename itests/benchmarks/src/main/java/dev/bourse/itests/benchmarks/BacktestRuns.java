package dev.bourse.itests.benchmarks;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.backtest.Backtests;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.parquet.ParquetData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.report.Reports;
import dev.bourse.risk.limits.LimitsFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Backtests as the shell starts them: data from the store, every plug-in the real one. */
final class BacktestRuns {
  static final String QUOTE_CROSS = "quotecross";
  static final String EMA_CROSS = "emacross";

  private final Backtests service;

  /** The cross on every quote; it has the parameters of the cross on bars and reads none. */
  private static final class QuoteCrosses implements StrategyFactory<EmaCross.Config> {
    @Override
    public Class<EmaCross.Config> configType() {
      return EmaCross.Config.class;
    }

    @Override
    public Strategy create(EmaCross.Config config, StrategyContext context) {
      return new QuoteCross(context);
    }
  }

  /**
   * Runs over sets of the store.
   *
   * @param store where the sets are
   * @param results where results go
   */
  BacktestRuns(Path store, Path results) {
    Plugins plugins =
        new Plugins()
            .strategy(QUOTE_CROSS, "1", new QuoteCrosses())
            .strategy(EMA_CROSS, "1", new EmaCross())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .risk("limits", "1", new LimitsFactory())
            .data("1", new ParquetData(List.of(store)));
    service = new Backtests(plugins, results, () -> Optional.of(new Reports()));
  }

  static BacktestSpec spec(String strategy, Map<String, String> parameters, String set) {
    return new BacktestSpec(
        strategy,
        parameters,
        set,
        List.of(),
        "1m",
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        List.of("100000 USDT"),
        Map.of(),
        Map.of("limits", Map.of()));
  }

  BacktestResult run(BacktestSpec spec) {
    return service.start(spec).result().join();
  }

  SweepResult sweep(BacktestSpec base, Map<String, List<String>> grid, int parallel) {
    return service.sweep(new SweepSpec(base, grid, "net-profit", parallel)).result().join();
  }
}
