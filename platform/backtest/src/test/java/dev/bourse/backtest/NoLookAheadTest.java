package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.testkit.Peek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A strategy that reads all it can in every callback finds no price of a later time. No two trades
 * have the same price, so a price tells when it was known.
 */
@Tag("A1")
@Tag("A12")
class NoLookAheadTest {
  private static final List<Trade> TRADES =
      IntStream.range(0, 400).mapToObj(i -> trade(BTCUSD, 7.0 * i, 500 + i + ".25", "3")).toList();

  /** What was readable in the callback at the end of each bar. */
  private final Map<Long, Set<String>> atBars = new TreeMap<>();

  private final List<String> known = new ArrayList<>();

  private void peek(Bar bar, StrategyContext context, Orders orders) {
    Set<String> read = new TreeSet<>(Peek.numbers(Orders.class, orders));
    read.addAll(Peek.numbers(StrategyContext.class, context));
    read.addAll(Peek.numbers(bar.toString()));
    atBars.merge(bar.eventTime(), read, NoLookAheadTest::union);
    known.add(bar.close().toString());
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1m", "5m,1m", "20t,1m"})
  void nothingOfALaterTimeIsReadableWhenABarIsTold(String bars) {
    ListData data = ListData.of(List.of(BTCUSD), TRADES.toArray(new Trade[0]));
    Plugins plugins = new OnBars(past -> {}, this::peek).over(data);

    Backtest.of(Runs.spec("patience", "list", "", bars), plugins).run();

    assertThat(known).hasSizeGreaterThan(40);
    assertThat(atBars)
        .allSatisfy(
            (time, read) -> {
              assertThat(read).doesNotContainAnyElementsOf(after(time));
              assertThat(read).containsAnyElementsOf(before(time));
            });
  }

  /** Prices of trades behind a time, as text and as raw numbers. */
  private static List<String> after(long time) {
    List<String> later = prices(TRADES.stream().filter(each -> each.eventTime() > time).toList());
    return later.isEmpty() ? List.of("none is left") : later;
  }

  private static List<String> before(long time) {
    return prices(TRADES.stream().filter(each -> each.eventTime() <= time).toList());
  }

  private static List<String> prices(List<Trade> trades) {
    List<String> all = new ArrayList<>();
    trades.forEach(
        each -> all.addAll(List.of(each.price().toString(), String.valueOf(each.priceRaw()))));
    return all;
  }
}
