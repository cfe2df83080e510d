package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.testkit.Instruments;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trades that are missing, where they cannot be had at once. */
@Tag("H2")
class MissedTradesTest {
  private static final String OLD = "/api/v3/historicalTrades";

  private final FeedBench bench = new FeedBench(false).following();

  private static String old(int... ids) {
    return IntStream.of(ids)
        .mapToObj(
            id ->
                "{\"id\":"
                    + id
                    + ",\"price\":\"100.00\",\"qty\":\"1\",\"time\":1700000000000000,\"isBuyerMaker\":true}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void theyAreFetchedOnceTheLimitsLetThem() {
    bench.rest.waits(OLD, Duration.ofSeconds(40));
    trade(bench.sockets.last(), 7, "100.00");
    trade(bench.sockets.last(), 9, "100.00");
    bench.passes(Duration.ofSeconds(39));
    int early = bench.sink.events().size();

    bench.rest.answers(OLD, old(8));
    bench.passes(Duration.ofSeconds(2));

    assertThat(early).isEqualTo(1);
    assertThat(bench.came()).containsExactly("trade 7", "trade 8", "trade 9");
  }

  @Test
  void aLongBanIsNotWaitedFor() {
    bench.rest.waits(OLD, Duration.ofHours(1));
    trade(bench.sockets.last(), 7, "100.00");

    trade(bench.sockets.last(), 9, "100.00");
    bench.passes(Duration.ofSeconds(1));

    assertThat(bench.came()).containsExactly("trade 7", "gap of 1", "trade 9");
  }

  @Test
  void whatCannotBeReadOfThemIsAGapAndWhatComesLaterGoesOn() {
    bench.rest.answers(OLD, old(8).replace("100.00", "99999999999999999999"));
    trade(bench.sockets.last(), 7, "100.00");
    trade(bench.sockets.last(), 9, "100.00");

    bench.passes(Duration.ofMinutes(3));
    trade(bench.sockets.last(), 10, "100.00");

    assertThat(bench.came()).containsExactly("trade 7", "gap of 1", "trade 9", "trade 10");
  }

  @Test
  void whatTheVenueHasNotOfAHoleIsAGapBeforeTheOnesThatItHas() {
    bench.rest.answers(OLD, old(10, 11));
    trade(bench.sockets.last(), 7, "100.00");

    trade(bench.sockets.last(), 12, "100.00");
    bench.passes(Duration.ofSeconds(1));
    List<String> reasons = bench.sink.events(DataGap.class).stream().map(DataGap::reason).toList();

    assertThat(reasons).containsExactly("trades are missing: the venue does not have them");
    assertThat(bench.came())
        .containsExactly("trade 7", "gap of 2", "trade 10", "trade 11", "trade 12");
  }

  @Test
  void whatTheVenueLeavesOutInTheMiddleIsAGapThere() {
    bench.rest.answers(OLD, old(8, 10));
    trade(bench.sockets.last(), 7, "100.00");

    trade(bench.sockets.last(), 11, "100.00");
    bench.passes(Duration.ofSeconds(1));

    assertThat(bench.came())
        .containsExactly("trade 7", "trade 8", "gap of 1", "trade 10", "trade 11");
  }

  @ParameterizedTest
  @CsvSource({"0.00, 1", "-1.00, 1", "100.00, 0"})
  void aMissingTradeOfNothingIsLeftOutAndIsNoGap(String price, String size) {
    String nothing =
        old(8).replace("100.00", price).replace("qty\":\"1\"", "qty\":\"" + size + "\"");
    bench.rest.answers(OLD, nothing);
    trade(bench.sockets.last(), 7, "100.00");

    trade(bench.sockets.last(), 8, "-1.00");
    trade(bench.sockets.last(), 9, "100.00");
    bench.passes(Duration.ofSeconds(1));

    assertThat(bench.came()).containsExactly("trade 7", "trade 9");
  }

  @Test
  void aVenueThatCannotAnswerIsAskedAgainSoon() {
    bench.rest.fails(OLD);
    trade(bench.sockets.last(), 7, "100.00");
    trade(bench.sockets.last(), 9, "100.00");
    bench.passes(Duration.ofMillis(2_500));

    bench.rest.answers(OLD, old(8));
    bench.passes(Duration.ofSeconds(1));

    assertThat(bench.came()).containsExactly("trade 7", "trade 8", "trade 9");
  }

  @Test
  void aVenueThatCannotAnswerForTwoMinutesHasLostThem() {
    bench.rest.fails(OLD);
    trade(bench.sockets.last(), 7, "100.00");
    trade(bench.sockets.last(), 9, "100.00");

    bench.passes(Duration.ofSeconds(100));
    List<String> early = bench.came();
    bench.passes(Duration.ofSeconds(25));
    trade(bench.sockets.last(), 10, "100.00");

    assertThat(early).containsExactly("trade 7");
    assertThat(bench.came()).containsExactly("gap of 1", "trade 9", "trade 10");
  }

  @Test
  void aVenueThatIsAwayIsAskedByOneHoleForAll() {
    bench.rest.answers("/api/v3/exchangeInfo?symbols=%5B%22ETH", FakeRest.of("ETHUSDT"));
    bench.feed.subscribe(InstrumentId.of("ETHUSDT.BINANCE"));
    bench.passes(Duration.ofSeconds(1));
    bench.rest.fails(OLD);
    for (String each : List.of("BTCUSDT", "ETHUSDT")) {
      trade(bench.sockets.last(), each, 7);
      trade(bench.sockets.last(), each, 9);
    }

    bench.passes(Duration.ofMillis(500));

    assertThat(bench.rest.asked).filteredOn(each -> each.startsWith(OLD)).hasSize(1);
  }

  @Test
  void anAnswerThatCannotBeReadDoesNotKeepTradesBackForEver() {
    bench.rest.answers(OLD, "[{\"id\":\"eight\",\"price\":\"100.00\",\"qty\":\"1\"}]");
    trade(bench.sockets.last(), 7, "100.00");

    trade(bench.sockets.last(), 9, "100.00");
    bench.passes(Duration.ofMinutes(3));

    assertThat(bench.came()).containsExactly("trade 7", "gap of 1", "trade 9");
  }

  @Test
  void theyAreAskedOfAHostThatHasThem() throws Exception {
    FakeRest dataOnly = new FakeRest();
    FakeRest whole = new FakeRest();
    whole.answers(OLD, old(8));

    new Publications(dataOnly, whole).trades(Instruments.BTCUSD, 8);

    assertThat(dataOnly.asked).isEmpty();
    assertThat(whole.asked).containsExactly(OLD + "?symbol=BTCUSD&limit=1000&fromId=8");
  }
}
