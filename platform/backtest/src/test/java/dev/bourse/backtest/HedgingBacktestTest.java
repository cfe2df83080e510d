package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.config.ConfigException;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.report.Reports;
import dev.bourse.testkit.ConfigFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy with several positions, through the real core and the real simulated venue. */
@Tag("N17")
class HedgingBacktestTest {
  private static final Instrument PERP =
      BTCUSD.as(Contract.linear(Rate.of("0.01")), USD.zero(), null);

  private static BacktestResult run(String mode, OmsType oms) {
    MarketEvent[] waves =
        IntStream.range(0, 600)
            .mapToObj(i -> trade(PERP, 10.0 * i, 100 + (i * 7) % 23 + ".25", "500"))
            .toArray(MarketEvent[]::new);
    Plugins plugins =
        new Plugins()
            .strategy("hedges", "1.0", new Hedges())
            .exchange("simulated", "1.0", new SimulatedExchangeFactory())
            .data("1.0", ListData.of(List.of(PERP), waves));
    BacktestSpec spec =
        new BacktestSpec(
                "hedges",
                Map.of("quantity", "1"),
                "list",
                List.of(),
                "1m",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                List.of("10000 USD"),
                ConfigFixtures.values(
                    "margin.mode", "cross", "position.mode", mode, "leverage", "5"),
                Map.of())
            .with(oms);
    return Backtest.of(spec, plugins).run();
  }

  /** Every position as the fills of its own orders made it, and the sides that each fill left. */
  private static Map<PositionId, Position> counted(BacktestResult result, List<String> crossings) {
    Map<ClientOrderId, Order> orders =
        result.orders().stream().collect(Collectors.toMap(Order::id, order -> order));
    Map<PositionId, Position> positions = new TreeMap<>();
    for (Fill fill : result.fills()) {
      Order order = orders.get(fill.orderId());
      PositionId id = order.spec().position();
      Position flat = Position.flat(fill.account(), order.strategy(), PERP, id);
      Position before = positions.getOrDefault(id, flat);
      Position after = before.after(fill);
      positions.put(id, after);
      if (!before.isFlat() && !after.isFlat() && before.side() != after.side()) {
        crossings.add(fill.toString());
      }
    }
    return positions;
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-way", "hedged"})
  void theCurveEndsWhereThePositionsTogetherDo(String mode) {
    BacktestResult result = run(mode, OmsType.HEDGING);
    List<String> crossings = new ArrayList<>();

    Map<PositionId, Position> positions = counted(result, crossings);

    Money expected = Money.of("10000", USD);
    for (Position each : positions.values()) {
      Money open = each.unrealized(Price.of("107.25"));
      expected = expected.plus(each.realized()).plus(open).minus(each.fees());
    }
    assertThat(result.fills()).hasSizeGreaterThan(60);
    assertThat(crossings).isEmpty();
    assertThat(positions.keySet()).containsExactly(Hedges.GUARDED, Hedges.LONG, Hedges.SHORT);
    assertThat(result.equity().get(result.equity().size() - 1).equity()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-way", "hedged"})
  void noOrderIsRefusedOnEitherSide(String mode) {
    BacktestResult result = run(mode, OmsType.HEDGING);

    Map<PositionId, Position> positions = counted(result, new ArrayList<>());

    assertThat(result.orders())
        .noneMatch(
            order ->
                order.status() == OrderStatus.DENIED || order.status() == OrderStatus.REJECTED);
    assertThat(positions.get(Hedges.LONG).fills()).isGreaterThan(20);
    assertThat(positions.get(Hedges.SHORT).fills()).isGreaterThan(20);
  }

  @Test
  void theListOfTradesIsByPosition() {
    BacktestResult result = run("one-way", OmsType.HEDGING);

    String trades = new Reports().tables(result).get("trades.csv");

    assertThat(trades).contains(",LONG,", ",SHORT,", ",long\n", ",short\n", ",guarded\n");
  }

  @Test
  @Tag("P16")
  void theSameRunAgainIsTheSameResult() {
    BacktestResult first = run("hedged", OmsType.HEDGING);

    BacktestResult second = run("hedged", OmsType.HEDGING);

    assertThat(second).isEqualTo(first);
    assertThat(first.assumptions().get("contracts")).contains("long and short side by side");
  }

  @Test
  void aStrategyThatMustHedgeSaysSo() {
    assertThatThrownBy(() -> run("one-way", OmsType.NETTING))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("it holds both sides at a time: it needs oms=hedging");
  }
}
