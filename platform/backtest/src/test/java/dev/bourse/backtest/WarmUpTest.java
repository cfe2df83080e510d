package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.event.Bar;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.testkit.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a strategy is told of the past before a run; the data have a bar a minute for an hour. */
@Tag("A12")
class WarmUpTest {
  private static final long MINUTE = 60_000_000_000L;

  private final List<String> told = new ArrayList<>();

  private void past(Bar bar) {
    told.add(bar.interval() + " past " + bar.eventTime() / MINUTE);
  }

  /** Writes down the minute and orders. */
  private void trade(Bar bar, StrategyContext context, Orders orders) {
    told.add(bar.interval() + " now " + bar.eventTime() / MINUTE);
    if (orders.isFlat()) {
      orders.buyMarket(context.instrument().quantity("1"));
    }
  }

  private BacktestResult run(String bars, String warmUp, long from, long to) {
    ListData data =
        ListData.of(
            List.of(BTCUSD),
            IntStream.rangeClosed(1, 60)
                .mapToObj(i -> Market.bar(BTCUSD, 60.0 * i, "100 100 100 100", "9"))
                .toArray(Bar[]::new));
    Plugins plugins = new OnBars(this::past, this::trade).over(data);
    BacktestSpec spec =
        new BacktestSpec(
            "patience",
            Map.of(),
            "list",
            List.of(),
            bars,
            from,
            to,
            List.of("10000 USD"),
            Map.of(),
            Map.of(),
            warmUp);
    return Backtest.of(spec, plugins).run();
  }

  @Test
  void thePastIsReadFromBeforeTheRange() {
    BacktestResult result = run("1m", "3", 20 * MINUTE, 22 * MINUTE);

    assertThat(told)
        .containsExactly("1m past 17", "1m past 18", "1m past 19", "1m now 20", "1m now 21");
    assertThat(result.notes()).contains("warmed up with 3 bars, from before the range");
  }

  @Test
  void withoutAPastTheRunBeginsLaterAndNothingIsOrderedBefore() {
    BacktestResult result = run("1m", "4", Long.MIN_VALUE, 7 * MINUTE);

    assertThat(told)
        .containsExactly(
            "1m past 1", "1m past 2", "1m past 3", "1m past 4", "1m now 5", "1m now 6");
    assertThat(result.orders()).allMatch(order -> order.createdAt() >= 5 * MINUTE);
    assertThat(result.notes())
        .contains(
            "warmed up with 4 bars, the last of them from the first 4 events of the range, which"
                + " were not traded");
  }

  @Test
  void eachLengthIsToldItsOwnBarsSmallToLarge() {
    run("10m,1m", "2", 31 * MINUTE, 32 * MINUTE);

    assertThat(told)
        .containsExactly("10m past 20", "1m past 29", "1m past 30", "10m past 30", "1m now 31");
  }

  @Test
  void aTimeIsToldWhole() {
    run("1m", "5m", 21 * MINUTE, 22 * MINUTE);

    assertThat(told)
        .containsExactly(
            "1m past 16", "1m past 17", "1m past 18", "1m past 19", "1m past 20", "1m now 21");
  }

  @Test
  void aPastThatTakesAllDataIsRefused() {
    assertThatThrownBy(() -> run("1m", "100", Long.MIN_VALUE, Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "warmup=100 takes all of data set \"list\" in this range, nothing is left to trade: ask"
                + " for less or give more data");
  }

  @Test
  void aPastNeedsBars() {
    assertThatThrownBy(() -> run("", "5", Long.MIN_VALUE, Long.MAX_VALUE))
        .hasMessageContaining("warmup=5 needs bars to be told: give a bar, like 1m");
  }
}
