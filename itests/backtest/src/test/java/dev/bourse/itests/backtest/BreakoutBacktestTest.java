package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.config.ConfigException;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.strategy.breakout.Breakout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals over 100,000 real trades. */
@Tag("S3")
class BreakoutBacktestTest {
  @TempDir Path folder;
  private Plugins plugins = new Plugins();

  @BeforeEach
  void lay() throws IOException {
    Bitstamp.lay(folder);
    plugins =
        new Plugins()
            .strategy("breakout", "1", new Breakout())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .data("1", new CsvData(List.of(folder)));
  }

  private Backtest backtest(String bar, Map<String, String> parameters) {
    BacktestSpec spec =
        new BacktestSpec(
            "breakout",
            parameters,
            "bitstamp",
            List.of(),
            bar,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of("10000 USD"),
            Map.of(),
            Map.of());
    return Backtest.of(spec, plugins);
  }

  @Test
  void buysAndSellsInTurnAsItIs() {
    BacktestResult result = backtest("1m", Map.of()).run();

    List<Side> sides = result.orders().stream().map(order -> order.spec().side()).toList();

    assertThat(sides).hasSizeGreaterThan(20);
    for (int i = 0; i < sides.size(); i++) {
      assertThat(sides.get(i)).isEqualTo(i % 2 == 0 ? Side.BUY : Side.SELL);
    }
  }

  @Test
  void neverPaysMoreThanTheEntryThatItWaitedFor() {
    BacktestResult result = backtest("1m", Map.of("pullback", "2")).run();

    List<Order> entries =
        result.orders().stream().filter(order -> order.spec().side() == Side.BUY).toList();

    assertThat(entries)
        .hasSizeGreaterThan(5)
        .allMatch(order -> order.spec().type() == OrderType.LIMIT);
    assertThat(result.fills())
        .filteredOn(fill -> fill.side() == Side.BUY)
        .isNotEmpty()
        .allSatisfy(
            fill ->
                assertThat(fill.price())
                    .isLessThanOrEqualTo(
                        entries.stream()
                            .filter(order -> order.id().equals(fill.orderId()))
                            .findFirst()
                            .orElseThrow()
                            .spec()
                            .limitPrice()));
  }

  @Test
  @Tag("P16")
  void theSameRunAgainIsTheSameResult() {
    BacktestResult first = backtest("1m", Map.of()).run();

    BacktestResult second = backtest("1m", Map.of()).run();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void saysThatSignalsNeedABar() {
    assertThatThrownBy(() -> backtest("", Map.of()))
        .isInstanceOfSatisfying(
            ConfigException.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        "strategy breakout: it gives signals, which are asked for and judged when a"
                            + " bar closes: give a bar of time first, like 1m"));
  }
}
