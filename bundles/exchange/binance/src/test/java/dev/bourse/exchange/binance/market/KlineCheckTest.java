package dev.bourse.exchange.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.DataGap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Minutes of trades are held against what the venue says of them. */
@Tag("C1")
@Tag("H1")
class KlineCheckTest {
  private static final String OLD = "/api/v3/historicalTrades";
  private static final long MINUTE = 1_700_000_040_000_000L;
  private static final Duration SETTLED = Duration.ofSeconds(6);

  private final FeedBench bench = new FeedBench(false, true).following();

  /** Followed since the minute before. */
  KlineCheckTest() {
    kline(-60, 1, 6, "0.01200000", false);
  }

  private void trade(long id, int second, String price) {
    bench
        .sockets
        .last()
        .says(
            "btcusdt@trade",
            "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":%d,\"p\":\"%s\",\"q\":\"0.00200000\",\"T\":%d,\"m\":true}"
                .formatted(id, price, MINUTE + second * 1_000_000L));
  }

  /** A minute, its first and last trade at 100.00 and no other above 101.00 or below 99.00. */
  private void kline(int second, long first, long last, String volume, boolean over) {
    bench
        .sockets
        .last()
        .says(
            "btcusdt@kline_1m",
            """
            {"e":"kline","E":1,"s":"BTCUSDT","k":{"t":%d,"T":2,"s":"BTCUSDT","i":"1m","f":%d,"L":%d,"o":"100.00","c":"100.00",
            "h":"101.00","l":"99.00","v":"%s","n":%d,"x":%b,"q":"1","V":"1","Q":"1","B":"0"}}
            """
                .formatted(
                    MINUTE + second * 1_000_000L, first, last, volume, last - first + 1, over));
  }

  private void fourTrades() {
    trade(7, 1, "100.00");
    trade(8, 2, "101.00");
    trade(9, 3, "99.00");
    trade(10, 59, "100.00");
  }

  private List<String> gaps() {
    return bench.sink.events(DataGap.class).stream().map(DataGap::reason).toList();
  }

  private static String old(int id, int second) {
    return "{\"id\":%d,\"price\":\"100.00\",\"qty\":\"0.002\",\"time\":%d,\"isBuyerMaker\":true}"
        .formatted(id, MINUTE + second * 1_000_000L);
  }

  @Test
  void aMinuteThatIsTheVenuesIsPassedOver() {
    fourTrades();

    kline(0, 7, 10, "0.00800000", true);
    bench.passes(SETTLED);

    assertThat(bench.came()).containsExactly("trade 7", "trade 8", "trade 9", "trade 10");
  }

  @Test
  void aStreamThatBringsNoTradesAnyMoreIsNoticedAndWhatIsMissingFetched() {
    trade(7, 1, "100.00");
    bench.rest.answers(OLD, "[" + old(8, 2) + "," + old(9, 3) + "]");

    kline(0, 7, 9, "0.00600000", true);
    bench.passes(Duration.ofSeconds(4));
    List<String> early = bench.came();
    bench.passes(Duration.ofSeconds(2));

    assertThat(early).containsExactly("trade 7");
    assertThat(bench.came()).containsExactly("trade 8", "trade 9");
    assertThat(bench.sockets.last().heard)
        .last()
        .asString()
        .contains("SUBSCRIBE", "\"btcusdt@trade\"")
        .doesNotContain("kline");
  }

  @Test
  void whatIsMissingAndCannotBeFetchedIsAGapThatIsToldOnce() {
    trade(7, 1, "100.00");
    bench.rest.answers(OLD, "[]");

    kline(0, 7, 9, "0.00600000", true);
    bench.passes(Duration.ofMinutes(1));

    assertThat(bench.came()).containsExactly("trade 7", "gap of 2");
  }

  @Test
  void tradesThatNeverCameAreFetchedFromTheFirstOfTheMinute() {
    bench.rest.answers(OLD, "[" + old(7, 2) + "," + old(8, 3) + "]");

    kline(0, 7, 8, "0.00400000", true);
    bench.passes(SETTLED);

    assertThat(bench.came()).containsExactly("trade 7", "trade 8");
  }

  @Test
  void aMinuteThatDiffersIsAGapWithTheNumbers() {
    fourTrades();

    kline(0, 7, 10, "0.00900000", true);
    bench.passes(SETTLED);

    assertThat(gaps())
        .containsExactly(
            "the trades of the minute 2023-11-14T22:14:00Z are not those of the venue's kline,"
                + " ours/its: volume=800/900");
  }

  @Test
  void tradesThatCameLateAreWaitedFor() {
    trade(7, 1, "100.00");
    trade(8, 2, "101.00");
    trade(9, 3, "99.00");

    kline(0, 7, 10, "0.00800000", true);
    bench.passes(Duration.ofSeconds(2));
    trade(10, 59, "100.00");
    bench.passes(SETTLED);

    assertThat(bench.came()).containsExactly("trade 7", "trade 8", "trade 9", "trade 10");
  }

  @Test
  void theMinuteInWhichFollowingBeganIsNotJudged() {
    trade(10, -1, "100.00");

    kline(-60, 1, 10, "0.02000000", true);
    bench.passes(SETTLED);

    assertThat(bench.came()).containsExactly("trade 10");
  }

  @Test
  void aMinuteOfAGapThatWasToldIsNotToldAgain() {
    bench.rest.answers(OLD, "[]");
    trade(7, 1, "100.00");
    trade(10, 59, "100.00");
    bench.passes(Duration.ofSeconds(1));

    kline(0, 7, 10, "0.00800000", true);
    bench.passes(SETTLED);

    assertThat(bench.came()).containsExactly("trade 7", "gap of 2", "trade 10");
  }

  @Test
  void aMinuteWithoutTradesIsNothing() {
    kline(0, -1, -2, "0.00000000", true);

    bench.passes(SETTLED);

    assertThat(bench.came()).isEmpty();
  }

  @Test
  void aMinuteInWhichTheTickChangedIsNotJudged() {
    fourTrades();
    bench.rest.answers(
        "/api/v3/exchangeInfo",
        FakeRest.SYMBOL.replace("\"tickSize\":\"0.01000000\"", "\"tickSize\":\"0.00100000\""));
    bench.passes(Duration.ofMinutes(11));

    kline(0, 7, 10, "0.00800000", true);
    bench.passes(SETTLED);

    assertThat(gaps()).isEmpty();
  }

  @Test
  void nobodyJudgesWhatIsFollowedNoMore() {
    trade(7, 1, "100.00");
    kline(0, 7, 9, "0.00600000", true);

    bench.feed.unsubscribe(FeedBench.BTCUSDT);
    bench.passes(SETTLED);

    assertThat(bench.rest.asked).noneMatch(each -> each.startsWith(OLD));
    assertThat(bench.came()).containsExactly("trade 7");
  }
}
