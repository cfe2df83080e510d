package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static dev.bourse.exchange.binance.market.FeedBench.difference;
import static dev.bourse.exchange.binance.market.FeedBench.quote;
import static dev.bourse.exchange.binance.market.FeedBench.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams that say nothing on a connection that says something: dead, or of a quiet market. */
@Tag("H1")
class StaleStreamsTest {
  private static final String LOOK = "/api/v3/ticker/24hr";

  private final FeedBench bench = new FeedBench(false).following();
  private final FakeSockets.Line line = bench.sockets.last();

  StaleStreamsTest() {
    line.grantsAll = true;
    quote(line, 1, "100.00", "100.01");
    trade(line, 7, "100.00");
    bench.sink.take();
  }

  private void venueHas(String bid, String ask, long lastTrade) {
    bench.rest.answers(
        LOOK,
        """
        [{"symbol":"BTCUSDT","bidPrice":"%s","bidQty":"3","askPrice":"%s","askQty":"4","lastId":%d}]
        """
            .formatted(bid, ask, lastTrade));
  }

  private long looks() {
    return bench.rest.asked.stream().filter(each -> each.startsWith(LOOK)).count();
  }

  private List<String> renewed() {
    return line.heard.stream()
        .skip(1)
        .filter(each -> each.contains("SUBSCRIBE\""))
        .map(each -> each.replaceAll("^.*method\":\"|,\"id.*$", ""))
        .toList();
  }

  @Test
  void aQuoteThatIsNotTheVenuesAtTwoLooksIsAGapAndItsStreamAskedForAnew() {
    venueHas("100.50", "100.51", 7);

    bench.passes(Duration.ofSeconds(100));
    List<String> early = bench.came();
    bench.passes(Duration.ofSeconds(70));

    assertThat(early).isEmpty();
    assertThat(bench.came()).containsExactly("gap of 0");
    assertThat(renewed())
        .containsExactly(
            "UNSUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\"]",
            "SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\"]");
  }

  @Test
  void aMarketThatDoesNotMoveIsNotStaleAndLookedAtOnceAMinute() {
    venueHas("100.00", "100.01", 7);

    bench.passes(Duration.ofMinutes(10));

    assertThat(bench.came()).isEmpty();
    assertThat(renewed()).isEmpty();
    assertThat(looks()).isBetween(8L, 10L);
  }

  @Test
  void aQuoteThatIsTheVenuesAgainAtTheSecondLookIsNotStale() {
    venueHas("100.50", "100.51", 7);
    bench.passes(Duration.ofSeconds(100));

    venueHas("100.00", "100.01", 7);
    bench.passes(Duration.ofMinutes(3));

    assertThat(bench.came()).isEmpty();
  }

  @Test
  void aStreamThatSpeaksBetweenTwoLooksIsNotStale() {
    venueHas("100.50", "100.51", 7);

    for (int i = 2; i < 8; i++) {
      bench.passes(Duration.ofSeconds(95));
      quote(line, i, "100.00", "100.01");
    }

    assertThat(bench.came()).doesNotContain("gap of 0");
  }

  @Test
  void aSideWithoutOrdersProvesNothing() {
    venueHas("0.00", "100.01", 7);

    bench.passes(Duration.ofMinutes(5));

    assertThat(bench.came()).isEmpty();
  }

  @Test
  void aStreamThatStaysSilentThoughTheVenueMovesHasTheConnectionReplaced() {
    venueHas("100.50", "100.51", 7);
    bench.passes(Duration.ofSeconds(170));
    int before = bench.sockets.lines.size();

    venueHas("100.60", "100.61", 7);
    bench.passes(Duration.ofMinutes(5));

    assertThat(before).isEqualTo(1);
    assertThat(bench.sockets.lines).hasSizeGreaterThan(1);
    assertThat(bench.came()).containsExactly("gap of 0");
  }

  @Test
  void aMarketThatStandsStillElsewhereIsToldOnceAndNothingIsReplaced() {
    venueHas("100.50", "100.51", 7);

    bench.passes(Duration.ofMinutes(30));

    assertThat(bench.came()).containsExactly("gap of 0");
    assertThat(bench.sockets.lines).hasSize(1);
  }

  @Test
  void tradesThatTheVenueHadAtTheLookBeforeAreFetchedAndTheirStreamAskedForAnew() {
    venueHas("100.00", "100.01", 8);
    bench.rest.answers(
        "/api/v3/historicalTrades",
        "[{\"id\":8,\"price\":\"100.00\",\"qty\":\"1\",\"time\":1700000000000000,\"isBuyerMaker\":true}]");

    bench.passes(Duration.ofSeconds(100));
    List<String> early = bench.came();
    bench.passes(Duration.ofSeconds(70));

    assertThat(early).isEmpty();
    assertThat(bench.came()).containsExactly("trade 8");
    assertThat(renewed()).last().asString().contains("SUBSCRIBE", "[\"btcusdt@trade\"]");
  }

  @Test
  void aBookThatSaysNothingWhileTheBestOfItMovesIsAGapAndAskedForAnew() {
    FeedBench books = new FeedBench(true).following();
    FakeSockets.Line two = books.sockets.last();
    two.grantsAll = true;
    difference(two, 100, 105);
    books.passes(MOMENT);
    books.sink.take();

    for (int second = 0; second < 200; second++) {
      quote(two, second, "100.00", "100.01");
      books.passes(MOMENT);
    }

    assertThat(books.came())
        .filteredOn(each -> !each.startsWith("quote"))
        .containsExactly("gap of 0");
    assertThat(two.heard)
        .anyMatch(each -> each.contains("\"SUBSCRIBE\",\"params\":[\"btcusdt@depth@100ms\"]"));
  }

  @Test
  void nothingIsLookedAtWhileThereIsNoConnection() {
    line.listener.ended("reset by peer");

    bench.passes(Duration.ofMinutes(5));

    assertThat(looks()).isZero();
  }
}
