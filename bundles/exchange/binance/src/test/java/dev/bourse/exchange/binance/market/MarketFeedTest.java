package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.BTCUSDT;
import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static dev.bourse.exchange.binance.market.FeedBench.difference;
import static dev.bourse.exchange.binance.market.FeedBench.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.model.InstrumentId;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Market data of one symbol: its rules, trades, quotes and book. */
@Tag("H2")
class MarketFeedTest {
  private final FeedBench bench = new FeedBench(false);

  @Test
  void theRulesComeBeforeTheData() {
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);
    bench.sockets.last().opens();
    bench.passes(MOMENT);
    trade(bench.sockets.last(), 7, "100.01000000");

    assertThat(bench.came()).containsExactly("listed BTCUSDT.BINANCE 1", "trade 7");
    assertThat(bench.sockets.last().address)
        .hasToString("wss://streams/stream?timeUnit=MICROSECOND");
    assertThat(bench.sockets.last().heard)
        .containsExactly(
            "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\",\"btcusdt@trade\"],\"id\":1}");
  }

  @Test
  void anInstrumentOfAnotherVenueIsRefused() {
    InstrumentId elsewhere = InstrumentId.of("BTCUSD.BITSTAMP");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.feed.subscribe(elsewhere))
        .withMessage(
            "BTCUSD.BITSTAMP is not at this venue; its instruments are named like BTCUSDT.BINANCE");
  }

  @Test
  void whatTheVenueCannotTellYetIsAskedForAgain() {
    bench.rest.fails("/api/v3/exchangeInfo");
    bench.feed.subscribe(BTCUSDT);
    bench.passes(Duration.ofSeconds(4));
    int failed = bench.rest.asked.size();

    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL);
    bench.passes(Duration.ofSeconds(4));

    assertThat(failed).isEqualTo(3);
    assertThat(bench.came()).containsExactly("listed BTCUSDT.BINANCE 1");
  }

  @Test
  void aHoleInTheTradesIsFetchedBeforeWhatCameAfterIt() {
    bench.following();
    trade(bench.sockets.last(), 7, "100.00000000");
    bench.rest.answers(
        "/api/v3/historicalTrades",
        "[{\"id\":8,\"price\":\"100.10\",\"qty\":\"1\",\"time\":1700000000000,\"isBuyerMaker\":false},"
            + "{\"id\":9,\"price\":\"100.20\",\"qty\":\"1\",\"time\":1700000000000,\"isBuyerMaker\":true},"
            + "{\"id\":10,\"price\":\"100.30\",\"qty\":\"1\",\"time\":1700000000000,\"isBuyerMaker\":true}]");

    trade(bench.sockets.last(), 10, "100.30000000");
    trade(bench.sockets.last(), 11, "100.40000000");
    bench.passes(MOMENT);

    assertThat(bench.came())
        .containsExactly("trade 7", "trade 8", "trade 9", "trade 10", "trade 11");
  }

  @Test
  void aHoleThatTheVenueRefusesToFillIsAMarkedGap() {
    bench.following();
    bench.rest.refuses("/api/v3/historicalTrades", -1100);
    trade(bench.sockets.last(), 7, "100.00000000");

    trade(bench.sockets.last(), 10, "100.30000000");
    bench.passes(MOMENT);
    trade(bench.sockets.last(), 11, "100.40000000");

    assertThat(bench.came()).containsExactly("trade 7", "gap of 2", "trade 10", "trade 11");
  }

  @Test
  void whatNobodyFollowsAnyMoreIsLeft() {
    bench.following();

    bench.feed.unsubscribe(BTCUSDT);
    bench.passes(MOMENT);
    trade(bench.sockets.last(), 7, "100.00000000");

    assertThat(bench.came()).isEmpty();
    assertThat(bench.sockets.last().heard.get(1))
        .isEqualTo(
            "{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"btcusdt@bookTicker\"],\"id\":2}");
  }

  @Test
  void rulesThatChangedAreANewVersion() {
    bench.following();

    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL.replace("TRADING", "HALT"));
    bench.passes(Duration.ofMinutes(30));

    assertThat(bench.came()).containsExactly("listed BTCUSDT.BINANCE 2");
    assertThat(bench.feed.instruments().get(0).trading()).isFalse();
  }

  @Test
  void rulesThatCannotBeReadOnceAreReadAgainLater() {
    bench.following();
    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL.replace("LOT_SIZE", "LOTS"));
    bench.passes(Duration.ofMinutes(11));

    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL.replace("TRADING", "HALT"));
    bench.passes(Duration.ofMinutes(11));

    assertThat(bench.came()).containsExactly("listed BTCUSDT.BINANCE 2");
  }

  @Test
  void aSymbolThatCannotBeReadIsAskedForAgain() {
    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL.replace("LOT_SIZE", "LOTS"));
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);

    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL);
    bench.passes(Duration.ofMinutes(11));

    assertThat(bench.came()).containsExactly("listed BTCUSDT.BINANCE 1");
  }

  @Test
  void whatWaitsForMissingTradesIsBounded() {
    bench.following();
    bench.rest.refuses("/api/v3/historicalTrades", -1100);
    trade(bench.sockets.last(), 1, "100.00000000");

    for (long id = 10; id < 100_012; id++) {
      trade(bench.sockets.last(), id, "100.00000000");
    }
    bench.passes(MOMENT);

    assertThat(bench.came())
        .containsExactly("trade 1", "gap of 8", "gap of 100000", "trade 100010", "trade 100011");
  }

  @Test
  void quotesThatComeTwiceAreTakenOnce() {
    bench.following();
    String quote =
        "{\"u\":400900217,\"s\":\"BTCUSDT\",\"b\":\"25.35\",\"B\":\"31.21\",\"a\":\"25.36\",\"A\":\"40.66\"}";

    bench.sockets.last().says("btcusdt@bookTicker", quote);
    bench.sockets.last().says("btcusdt@bookTicker", quote);

    assertThat(bench.came()).containsExactly("quote 25.35 25.36");
  }

  @Test
  void whatCannotBeReadIsLeftOutAndTheRestGoesOn() {
    bench.following();

    bench.sockets.last().listener.text("{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",");
    bench.sockets.last().says("btcusdt@trade", "{\"e\":\"trade\",\"t\":6,\"p\":\"1.005\"}");
    trade(bench.sockets.last(), 7, "100.00000000");

    assertThat(bench.came()).containsExactly("trade 7");
  }

  @Test
  void numbersBeyondAllRangesAndTradesOfNothingAreLeftOutAndCounted() {
    bench.following();
    FakeSockets.Line line = bench.sockets.last();

    trade(line, 6, "99999999999999999999");
    line.says("btcusdt@trade", "{\"e\":\"trade\",\"t\":6}");
    line.says("btcusdt@trade", "{\"e\":\"trade\",\"t\":6,\"p\":\"-1\",\"q\":\"1\",\"T\":1}");
    line.says(
        "btcusdt@trade",
        "{\"e\":\"trade\",\"t\":6,\"p\":\"1\",\"q\":\"1\",\"T\":9223372036854775807}");
    trade(line, 7, "100.00000000");

    assertThat(bench.came()).containsExactly("trade 7");
    assertThat(((StreamConnection) line.listener).unreadable()).isEqualTo(4);
  }

  @Test
  void aBookThatCannotBeReadIsAskedForAgain() {
    FeedBench books = new FeedBench(true).following();
    books.rest.answers("/api/v3/depth", book(105).replace("99.00", "much"));
    difference(books.sockets.last(), 100, 105);
    books.passes(Duration.ZERO);

    books.rest.answers("/api/v3/depth", book(105));
    books.passes(Duration.ofSeconds(2));

    assertThat(books.came()).containsExactly("difference 100 105", "book 105");
  }

  @Test
  void aBookIsFetchedAtTheFirstDifferenceAndAfterAHole() {
    FeedBench books = new FeedBench(true).following();
    books.rest.answers("/api/v3/depth", book(105));
    difference(books.sockets.last(), 100, 105);
    books.passes(MOMENT);
    books.rest.answers("/api/v3/depth", book(120));

    difference(books.sockets.last(), 106, 107);
    difference(books.sockets.last(), 110, 120);
    books.passes(MOMENT);

    assertThat(books.came())
        .containsExactly(
            "difference 100 105",
            "book 105",
            "difference 106 107",
            "difference 110 120",
            "book 120");
  }

  @Test
  void aBookOlderThanItsDifferencesIsFetchedAgain() {
    FeedBench books = new FeedBench(true).following();
    books.rest.answers("/api/v3/depth", book(98));
    difference(books.sockets.last(), 100, 105);
    books.passes(Duration.ofMillis(500));

    books.rest.answers("/api/v3/depth", book(99));
    books.passes(MOMENT);

    assertThat(books.came()).containsExactly("difference 100 105", "book 99");
  }

  @Test
  void aBookIsFetchedAgainBehindAGapOfTrades() {
    FeedBench books = new FeedBench(true).following();
    books.rest.refuses("/api/v3/historicalTrades", -1100);
    books.rest.answers("/api/v3/depth", book(105));
    difference(books.sockets.last(), 100, 105);
    trade(books.sockets.last(), 7, "100.00");
    books.passes(MOMENT);
    books.rest.answers("/api/v3/depth", book(106));

    trade(books.sockets.last(), 9, "100.00");
    books.passes(MOMENT);
    difference(books.sockets.last(), 106, 106);
    books.passes(MOMENT);

    assertThat(books.came())
        .containsExactly(
            "difference 100 105",
            "trade 7",
            "book 105",
            "gap of 1",
            "trade 9",
            "difference 106 106",
            "book 106");
  }

  private static String book(long update) {
    return "{\"lastUpdateId\":"
        + update
        + ",\"bids\":[[\"99.00\",\"1.0\"]],\"asks\":[[\"101.00\",\"1.0\"]]}";
  }
}
