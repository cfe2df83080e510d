package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTC;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.report.Reports;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Instruments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts through the whole of a backtest: core, gate, venue and report agree. */
@Tag("N17")
@Tag("N28")
class ContractBacktestTest {
  private static final Instrument PERP =
      BTCUSD.as(Contract.linear(Rate.of("0.01")), USD.zero(), null);
  private static final Instrument INVERSE =
      Instruments.withSteps(BTCUSD, "0.01", "1")
          .as(Contract.inverse(Quantity.of("1"), Rate.of("0.01")), BTC.zero(), null);

  @TempDir Path folder;

  private static ListData waves(Instrument instrument) {
    MarketEvent[] all =
        IntStream.range(0, 600)
            .mapToObj(i -> trade(instrument, 10.0 * i, 100 + (i * 7) % 23 + ".25", "500"))
            .toArray(MarketEvent[]::new);
    return ListData.of(List.of(instrument), all);
  }

  private BacktestResult run(ListData data, String cash, String quantity, String... exchange) {
    Plugins plugins =
        new Plugins()
            .strategy("seesaw", "1.0", new Seesaw())
            .exchange("simulated", "1.0", new SimulatedExchangeFactory())
            .data("1.0", data);
    BacktestSpec spec =
        new BacktestSpec(
            "seesaw",
            Map.of("quantity", quantity),
            "list",
            List.of(),
            "1m",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of(cash),
            ConfigFixtures.values(exchange),
            Map.of());
    return new Backtests(plugins, folder, () -> Optional.of(new Reports()))
        .start(spec)
        .result()
        .join();
  }

  private static Position counted(BacktestResult result) {
    Fill first = result.fills().get(0);
    Position position =
        Position.flat(first.account(), result.orders().get(0).strategy(), first.instrument());
    for (Fill fill : result.fills()) {
      position = position.after(fill);
    }
    return position;
  }

  private static Money last(BacktestResult result) {
    return result.equity().get(result.equity().size() - 1).equity();
  }

  @Test
  void theCurveEndsWhereProfitLessFeesDoes() {
    BacktestResult result =
        run(waves(PERP), "1000 USD", "1", "margin.mode", "cross", "leverage", "5");

    Position position = counted(result);
    Money open = position.unrealized(Price.of("107.25"));
    Money expected =
        Money.of("1000", USD).plus(position.realized()).plus(open).minus(position.fees());

    assertThat(result.fills()).hasSizeGreaterThan(50);
    assertThat(last(result)).isEqualTo(expected);
    assertThat(result.assumptions().get("contracts")).startsWith("cross margin, leverage 5;");
  }

  @Test
  void anInverseContractEarnsBaseThatIsValuedInQuote() {
    BacktestResult result =
        run(waves(INVERSE), "10 BTC", "100", "margin.mode", "isolated", "leverage", "2");

    Position position = counted(result);
    Money open = position.unrealized(Price.of("107.25"));
    Money coins = Money.of("10", BTC).plus(position.realized()).plus(open).minus(position.fees());

    assertThat(result.fills()).hasSizeGreaterThan(50);
    assertThat(last(result).toDouble()).isCloseTo(coins.toDouble() * 107.25, within(1e-7));
  }

  @Test
  void aLiquidationIsAnOrderOfTheRunAndNothingIsOwedAfterIt() {
    MarketEvent[] rise =
        IntStream.range(0, 60)
            .mapToObj(i -> trade(PERP, 10.0 * i, 100 + i + ".00", "500"))
            .toArray(MarketEvent[]::new);

    BacktestResult result =
        run(
            ListData.of(List.of(PERP), rise),
            "100 USD",
            "8",
            "margin.mode",
            "cross",
            "leverage",
            "20");

    List<Order> made =
        result.orders().stream()
            .filter(order -> order.id().value().startsWith("liquidation-"))
            .toList();
    assertThat(made).extracting(Order::status).containsExactly(OrderStatus.FILLED);
    assertThat(last(result).signum()).isNotNegative();
    assertThat(result.fills()).last().extracting(Fill::orderId).isEqualTo(made.get(0).id());
  }
}
