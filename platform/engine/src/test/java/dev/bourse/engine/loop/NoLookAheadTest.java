package dev.bourse.engine.loop;

import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.api.strategy.Orders;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.clock.Speed;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.Peek;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * On the real loop, which drives replay and paper alike, a strategy that reads all it can when a
 * bar is told finds no price of a later time. No two trades have the same price.
 */
@Timeout(240)
@Tag("A1")
@Tag("A12")
class NoLookAheadTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_385_337_600L * SECOND;
  private static final List<Trade> TRADES =
      LongStream.range(0, 400)
          .mapToObj(i -> Market.trade(Market.BTC, START + 7 * i * SECOND, 50_025 + 100 * i))
          .toList();

  @TempDir private Path folder;

  @Test
  void nothingOfALaterTimeIsReadableWhenABarIsTold() {
    Map<Long, Set<String>> atBars = new ConcurrentSkipListMap<>();
    TestStrategy peeking =
        new TestStrategy()
            .barHabit(
                (bar, count, orders) ->
                    atBars.put(bar.eventTime(), Peek.numbers(Orders.class, orders)));

    try (Bench bench = new Bench(folder)) {
      bench.start(
          bench.replay(
              new ListData("list", TRADES),
              "list",
              Speed.MAX,
              new SimulatedExchangeFactory(),
              strategy(peeking, "1m")));
      bench.await("the data ended", view -> view.detail().equals("the recorded data has ended"));
    }

    assertThat(atBars).hasSizeGreaterThan(40);
    assertThat(atBars)
        .allSatisfy(
            (time, read) -> {
              assertThat(read).doesNotContainAnyElementsOf(prices(time, Long.MAX_VALUE));
              assertThat(read).containsAnyElementsOf(prices(Long.MIN_VALUE, time));
            });
  }

  /** Prices of the trades behind one time and not behind another, as text and as raw numbers. */
  private static List<String> prices(long behind, long through) {
    return TRADES.stream()
        .filter(each -> each.eventTime() > behind && each.eventTime() <= through)
        .flatMap(each -> Stream.of(each.price().toString(), String.valueOf(each.priceRaw())))
        .toList();
  }
}
