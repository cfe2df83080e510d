package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A testnet that was emptied numbers everything anew. */
@Tag("H2")
class RecountTest {
  private static final long BEFORE = 1_700_000_000_000_000L;
  private static final long AFTER = BEFORE + 60_000_000;

  private static void trade(FakeSockets.Line line, long id, long time) {
    line.says(
        "btcusdt@trade",
        "{\"e\":\"trade\",\"t\":"
            + id
            + ",\"p\":\"100\",\"q\":\"1\",\"T\":"
            + time
            + ",\"m\":true}");
  }

  private static void quote(FakeSockets.Line line, long id) {
    line.says(
        "btcusdt@bookTicker",
        "{\"u\":" + id + ",\"b\":\"25.35\",\"B\":\"1\",\"a\":\"25.36\",\"A\":\"1\"}");
  }

  private static void difference(FakeSockets.Line line, long first, long last, long time) {
    line.says(
        "btcusdt@depth@100ms",
        "{\"e\":\"depthUpdate\",\"E\":"
            + time
            + ",\"U\":"
            + first
            + ",\"u\":"
            + last
            + ",\"b\":[],\"a\":[]}");
  }

  @Test
  void tradesWithNewNumbersGoOnBehindAGap() {
    FeedBench bench = new FeedBench(false).following();
    trade(bench.sockets.last(), 5_000_000, BEFORE);

    trade(bench.sockets.last(), 1, AFTER);
    trade(bench.sockets.last(), 2, AFTER);

    assertThat(bench.came()).containsExactly("trade 5000000", "gap of 0", "trade 1", "trade 2");
  }

  @Test
  void anOldTradeThatComesAgainIsNoNewBeginning() {
    FeedBench bench = new FeedBench(false).following();
    trade(bench.sockets.last(), 5_000_000, AFTER);

    trade(bench.sockets.last(), 1, BEFORE);
    trade(bench.sockets.last(), 4_999_999, AFTER + 60_000_000);

    assertThat(bench.came()).containsExactly("trade 5000000");
  }

  @Test
  void quotesWithNewNumbersGoOn() {
    FeedBench bench = new FeedBench(false).following();
    quote(bench.sockets.last(), 5_000_000);
    quote(bench.sockets.last(), 7);
    bench.passes(Duration.ofSeconds(10));

    quote(bench.sockets.last(), 8);
    quote(bench.sockets.last(), 9);

    assertThat(bench.came()).hasSize(3).allMatch(each -> each.equals("quote 25.35 25.36"));
  }

  @Test
  void aBookWithNewNumbersIsFetchedAgain() {
    FeedBench bench = new FeedBench(true).following();
    bench.rest.answers("/api/v3/depth", "{\"lastUpdateId\":5000000,\"bids\":[],\"asks\":[]}");
    difference(bench.sockets.last(), 5_000_000, 5_000_000, BEFORE);
    bench.passes(MOMENT);
    bench.came();

    bench.rest.answers("/api/v3/depth", "{\"lastUpdateId\":3,\"bids\":[],\"asks\":[]}");
    difference(bench.sockets.last(), 1, 3, AFTER);
    bench.passes(MOMENT);

    assertThat(bench.came()).containsExactly("gap of 0", "difference 1 3", "book 3");
  }
}
