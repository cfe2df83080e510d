package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static dev.bourse.exchange.binance.market.FeedBench.difference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.InstrumentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Full books of several symbols, where they cannot be had at once. */
@Tag("H2")
class FullBooksTest {
  private static final String BOOK = "/api/v3/depth";

  private final FeedBench bench = new FeedBench(true).following();

  private long questions() {
    return bench.rest.asked.stream().filter(each -> each.startsWith(BOOK)).count();
  }

  @Test
  void aVenueThatIsAwayIsAskedForOneBookOfAllUntilItIsBack() {
    bench.rest.answers("/api/v3/exchangeInfo?symbols=%5B%22ETH", FakeRest.of("ETHUSDT"));
    bench.feed.subscribe(InstrumentId.of("ETHUSDT.BINANCE"));
    bench.passes(MOMENT);
    bench.came();
    for (String each : List.of("BTCUSDT", "ETHUSDT")) {
      difference(bench.sockets.last(), each, 100, 105);
    }

    bench.passes(Duration.ofMillis(500));
    long first = questions();
    bench.passes(MOMENT);
    long second = questions();
    bench.rest.answers(BOOK, "{\"lastUpdateId\":105,\"bids\":[[\"99.00\",\"1.0\"]],\"asks\":[]}");
    bench.passes(Duration.ofSeconds(3));

    assertThat(List.of(first, second, questions())).containsExactly(1L, 2L, 4L);
    assertThat(bench.came())
        .containsExactly("difference 100 105", "difference 100 105", "book 105", "book 105");
  }
}
