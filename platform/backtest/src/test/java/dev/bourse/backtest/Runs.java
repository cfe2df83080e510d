package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.ConfigFixtures;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Specifications and plug-ins of the tests. */
final class Runs {
  private Runs() {}

  /** Trades in three minutes: bars close at 60 s and 120 s, each followed by a jump. */
  static ListData threeMinutes() {
    return ListData.of(
        List.of(BTCUSD),
        trade(BTCUSD, 0, "100.00", "10"),
        trade(BTCUSD, 30, "101.00", "10"),
        trade(BTCUSD, 61, "110.00", "10"),
        trade(BTCUSD, 90, "112.00", "10"),
        trade(BTCUSD, 130, "115.00", "10"));
  }

  /** A trade every ten seconds around a price that goes up and down. */
  static ListData waves(int trades) {
    Trade[] all =
        IntStream.range(0, trades)
            .mapToObj(i -> trade(BTCUSD, 10.0 * i, 100 + (i * 7) % 23 + ".25", "3"))
            .toArray(Trade[]::new);
    return ListData.of(List.of(BTCUSD), all);
  }

  static Plugins plugins(HistoricalDataSource data) {
    return new Plugins()
        .strategy("patience", "1.0", new Patience())
        .exchange("simulated", "1.0", new SimulatedExchangeFactory())
        .data("1.0", data);
  }

  static BacktestSpec spec(String... parameters) {
    return new BacktestSpec(
        "patience",
        ConfigFixtures.values(parameters),
        "list",
        List.of(),
        "1m",
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        List.of("10000 USD"),
        Map.of(),
        Map.of());
  }

  static BacktestSpec exchange(String... parameters) {
    return new BacktestSpec(
        "patience",
        Map.of(),
        "list",
        List.of(),
        "1m",
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        List.of("10000 USD"),
        ConfigFixtures.values(parameters),
        Map.of());
  }

  /** A specification in which one thing after the other is wrong. */
  static BacktestSpec spec(String strategy, String data, String instrument, String bar) {
    return new BacktestSpec(
        strategy,
        Map.of(),
        data,
        instrument.isEmpty() ? List.of() : List.of(InstrumentId.of(instrument)),
        bar,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        List.of("10000 USD"),
        Map.of(),
        Map.of());
  }
}
