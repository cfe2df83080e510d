package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A stop through the whole of a backtest: placed, moved, set off, filled. */
class GuardedBacktestTest {
  private static BacktestResult run() {
    ListData data =
        ListData.of(
            List.of(BTCUSD),
            trade(BTCUSD, 0, "100.00", "10"),
            trade(BTCUSD, 61, "100.00", "10"),
            trade(BTCUSD, 62, "101.00", "10"),
            trade(BTCUSD, 100, "85.00", "10"),
            trade(BTCUSD, 101, "99.00", "10"),
            trade(BTCUSD, 121, "99.00", "10"),
            trade(BTCUSD, 130, "89.50", "10"),
            trade(BTCUSD, 131, "88.00", "10"),
            trade(BTCUSD, 190, "100.00", "10"));
    BacktestSpec spec =
        new BacktestSpec(
            "guarded",
            Map.of(),
            "list",
            List.of(),
            "1m",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of("10000 USD"),
            Map.of("slippage", "0"),
            Map.of());
    Plugins plugins =
        new Plugins()
            .strategy("guarded", "1.0", new Guarded())
            .exchange("simulated", "1.0", new SimulatedExchangeFactory())
            .data("1.0", data);
    return Backtest.of(spec, plugins).run();
  }

  @Test
  void theStopIsMovedAndFillsAtWhatComesAfterItsTrigger() {
    BacktestResult result = run();

    List<Order> orders = result.orders();
    Order stop = orders.get(1);

    assertThat(orders).extracting(Order::status).containsOnly(OrderStatus.FILLED).hasSize(2);
    assertThat(stop.spec().type()).isEqualTo(OrderType.STOP_MARKET);
    assertThat(stop.triggered()).isTrue();
    assertThat(Objects.requireNonNull(stop.spec().trigger()).price()).isEqualTo(Price.of("90.00"));
    assertThat(result.fills())
        .extracting(Fill::price)
        .containsExactly(Price.of("100.00"), Price.of("88.00"));
  }

  @Test
  void theReportSaysWhatIsAssumedAboutStops() {
    BacktestResult result = run();

    Map<String, String> assumptions = result.assumptions();

    assertThat(assumptions)
        .containsEntry("own orders", "do not trade with each other")
        .hasEntrySatisfying("stops", text -> assertThat(text).endsWith("on arrival refused"));
  }
}
