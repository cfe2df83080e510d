package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bracket after the other over 100,000 real trades, at a venue that links orders itself. */
@Tag("N19")
class BracketBacktestTest {
  /** Buys whenever it is flat, with exits a little away on both sides; of the size configured. */
  private static final class Brackets implements StrategyFactory<EmaCross.Config> {
    @Override
    public Class<EmaCross.Config> configType() {
      return EmaCross.Config.class;
    }

    @Override
    public Strategy create(EmaCross.Config config, StrategyContext context) {
      Quantity size = context.instrument().quantity(config.quantity());
      return new Strategy() {
        @Override
        public void onBar(Bar bar, Orders orders) {
          if (orders.isFlat()) {
            OrderSpec entry = OrderSpec.limit(bar.instrument(), Side.BUY, size, bar.close());
            long close = bar.closeRaw();
            orders.submit(
                OrderList.bracket(
                    entry.until(orders.time() + 60_000_000_000L),
                    bar.instrument().price(close + close / 200),
                    bar.instrument().price(close - close / 200)));
          }
        }
      };
    }
  }

  @TempDir Path folder;
  private Plugins plugins = new Plugins();

  @BeforeEach
  void lay() throws IOException {
    Bitstamp.lay(folder);
    plugins =
        new Plugins()
            .strategy("brackets", "1", new Brackets())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .data("1", new CsvData(List.of(folder)));
  }

  private BacktestResult run() {
    BacktestSpec spec =
        new BacktestSpec(
            "brackets",
            Map.of("quantity", "2"),
            "bitstamp",
            List.of(),
            "1m",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of("10000 USD"),
            Map.of(),
            Map.of());
    return Backtest.of(spec, plugins).run();
  }

  private static Map<String, List<Order>> lists(BacktestResult result) {
    return result.orders().stream()
        .filter(order -> order.link() != null)
        .collect(
            Collectors.groupingBy(
                order ->
                    Optional.ofNullable(order.link()).map(OrderLink::list).orElseThrow().value(),
                TreeMap::new,
                Collectors.toList()));
  }

  /** Less than that is dust, which nobody can sell. */
  private static boolean isSendable(OrderSpec entry, Quantity left) {
    Instrument rules = entry.instrument();
    return left.compareTo(rules.minQuantity()) >= 0
        && rules.notional(entry.limitPrice(), left).compareTo(rules.minNotional()) >= 0;
  }

  private static Quantity none() {
    return Quantity.of("0.00000000");
  }

  @Test
  void whatAnEntryBoughtItsExitsSellAndNeverMore() {
    BacktestResult result = run();

    List<List<Order>> lists = List.copyOf(lists(result).values());

    assertThat(lists).hasSizeGreaterThan(20);
    assertThat(lists)
        .allSatisfy(
            list -> {
              Quantity bought = list.get(0).filled();
              Quantity sold =
                  list.stream().skip(1).map(Order::filled).reduce(none(), Quantity::plus);
              boolean over = list.stream().noneMatch(Order::isLive);
              assertThat(sold).isLessThanOrEqualTo(bought);
              assertThat(over && isSendable(list.get(0).spec(), bought.minus(sold))).isFalse();
            });
    assertThat(lists.stream().map(list -> list.get(1).status()).toList())
        .contains(OrderStatus.FILLED, OrderStatus.CANCELED);
    assertThat(lists.stream().map(list -> list.get(2).status()).toList())
        .contains(OrderStatus.FILLED, OrderStatus.CANCELED);
  }

  @Test
  @Tag("P16")
  void theSameRunAgainIsTheSameResult() {
    BacktestResult first = run();

    BacktestResult second = run();

    assertThat(second).isEqualTo(first);
  }
}
