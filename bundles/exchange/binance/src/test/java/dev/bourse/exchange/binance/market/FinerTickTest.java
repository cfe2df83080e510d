package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.BTCUSDT;
import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static dev.bourse.exchange.binance.market.FeedBench.difference;
import static dev.bourse.exchange.binance.market.FeedBench.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The venue tells numbers that the rules of an instrument, as last read, do not have room for. */
@Tag("H2")
class FinerTickTest {
  private static final String RULES = "/api/v3/exchangeInfo";
  private static final String OLD = "/api/v3/historicalTrades";
  private static final String BOOK = "/api/v3/depth";
  private static final String FINER =
      FakeRest.SYMBOL.replace("\"tickSize\":\"0.01000000\"", "\"tickSize\":\"0.00100000\"");

  private final FeedBench bench = new FeedBench(false).following();

  private static String old(String price, int... ids) {
    StringBuilder rows = new StringBuilder();
    for (int id : ids) {
      rows.append(rows.isEmpty() ? "[" : ",")
          .append(
              "{\"id\":%d,\"price\":\"%s\",\"qty\":\"1\",\"time\":1700000000000000,\"isBuyerMaker\":true}"
                  .formatted(id, price));
    }
    return rows.append("]").toString();
  }

  private static String book(long update, String price) {
    return "{\"lastUpdateId\":"
        + update
        + ",\"bids\":[[\""
        + price
        + "\",\"1.0\"]],\"asks\":[[\"101.00\",\"1.0\"]]}";
  }

  private static long readings(FeedBench bench) {
    return bench.rest.asked.stream().filter(each -> each.startsWith(RULES)).count();
  }

  @Test
  void aTradeThatDoesNotFitAsksForTheRulesAndIsFetchedWithThem() {
    trade(bench.sockets.last(), 7, "100.01000000");
    bench.rest.answers(RULES, FINER);
    bench.rest.answers(OLD, old("100.005", 8, 9));

    trade(bench.sockets.last(), 8, "100.00500000");
    trade(bench.sockets.last(), 9, "100.00500000");
    bench.passes(MOMENT);
    trade(bench.sockets.last(), 10, "100.00600000");
    bench.passes(MOMENT);
    trade(bench.sockets.last(), 11, "100.00700000");

    assertThat(bench.came())
        .containsExactly(
            "trade 7", "listed BTCUSDT.BINANCE 2", "trade 8", "trade 9", "trade 10", "trade 11");
  }

  @Test
  void missingTradesThatDoNotFitAreFetchedAgainWithTheNewRules() {
    trade(bench.sockets.last(), 7, "100.01000000");
    bench.rest.answers(OLD, old("100.005", 8));
    bench.rest.answers(RULES, FINER);

    trade(bench.sockets.last(), 9, "100.01000000");
    bench.passes(Duration.ofSeconds(2));
    trade(bench.sockets.last(), 10, "100.01100000");

    assertThat(bench.came())
        .containsExactly("trade 7", "listed BTCUSDT.BINANCE 2", "trade 8", "trade 9", "trade 10");
  }

  @Test
  void missingTradesThatNoRulesFitAreAGapAndTradesGoOn() {
    trade(bench.sockets.last(), 7, "100.01000000");
    bench.rest.answers(OLD, old("100.005", 8));

    trade(bench.sockets.last(), 9, "100.01000000");
    bench.passes(Duration.ofMinutes(3));
    trade(bench.sockets.last(), 10, "100.02000000");

    assertThat(bench.came()).containsExactly("trade 7", "gap of 1", "trade 9", "trade 10");
  }

  @Test
  void rulesAreAskedForOnceAMinuteHoweverMuchDoesNotFit() {
    long before = readings(bench);

    for (int second = 0; second < 90; second++) {
      trade(bench.sockets.last(), second, "100.00500000");
      bench.passes(MOMENT);
    }

    assertThat(readings(bench) - before).isEqualTo(2);
  }

  @Test
  void rulesThatAreNotToBeHadAreAskedForAgainSoon() {
    bench.rest.fails(RULES);

    trade(bench.sockets.last(), 7, "100.00500000");
    bench.passes(Duration.ofSeconds(2));
    bench.rest.answers(RULES, FINER);
    bench.passes(Duration.ofSeconds(3));

    assertThat(bench.came()).containsExactly("listed BTCUSDT.BINANCE 2");
  }

  @Test
  void missingTradesOfWhatIsFollowedNoMoreAreNotTold() {
    trade(bench.sockets.last(), 7, "100.01000000");
    bench.rest.answers(OLD, old("100.005", 8));
    trade(bench.sockets.last(), 9, "100.01000000");
    bench.passes(Duration.ofMillis(500));

    bench.feed.unsubscribe(BTCUSDT);
    bench.rest.answers(OLD, old("100.01", 8));
    bench.passes(Duration.ofMinutes(3));

    assertThat(bench.came()).containsExactly("trade 7");
  }

  @Test
  void aBookThatDoesNotFitIsFetchedAgainWithTheNewRules() {
    FeedBench books = new FeedBench(true).following();
    books.rest.answers(BOOK, book(105, "99.005"));
    books.rest.answers(RULES, FINER);

    difference(books.sockets.last(), 100, 105);
    books.passes(Duration.ofSeconds(2));

    assertThat(books.came())
        .containsExactly("difference 100 105", "listed BTCUSDT.BINANCE 2", "book 105");
  }

  @Test
  void aBookThatFitsNoRulesIsAskedForUntilItDoes() {
    FeedBench books = new FeedBench(true).following();
    books.rest.answers(BOOK, book(105, "99.005"));
    difference(books.sockets.last(), 100, 105);
    books.passes(Duration.ofMinutes(3));

    books.rest.answers(BOOK, book(106, "99.00"));
    books.passes(Duration.ofMinutes(1));

    assertThat(books.came()).containsExactly("difference 100 105", "book 106");
  }

  @Test
  void aBookOfAnotherTickIsFetchedAnew() {
    FeedBench books = new FeedBench(true).following();
    books.rest.answers(BOOK, book(105, "99.00"));
    difference(books.sockets.last(), 100, 105);
    books.passes(MOMENT);
    books.rest.answers(RULES, FINER);
    books.rest.answers(BOOK, book(107, "99.005"));

    books.passes(Duration.ofMinutes(11));
    difference(books.sockets.last(), 106, 107);
    books.passes(MOMENT);

    assertThat(books.came())
        .containsExactly(
            "difference 100 105",
            "book 105",
            "listed BTCUSDT.BINANCE 2",
            "difference 106 107",
            "book 107");
  }
}
