package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.BTCUSDT;
import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static dev.bourse.exchange.binance.market.FeedBench.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.model.InstrumentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams that the venue refuses, forgets, or has no room for. */
@Tag("H1")
class LostStreamsTest {
  private static final String BOTH = "[\"btcusdt@bookTicker\",\"btcusdt@trade\"]";

  private final FeedBench bench = new FeedBench(false);

  private FakeSockets.Line opened() {
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);
    FakeSockets.Line line = bench.sockets.last();
    line.opens();
    bench.passes(Duration.ofMillis(500));
    bench.sink.take();
    return line;
  }

  private List<String> gaps() {
    return bench.sink.events(DataGap.class).stream().map(DataGap::reason).toList();
  }

  private static List<String> asked(FakeSockets.Line line) {
    return line.heard.stream().filter(each -> each.contains("\"SUBSCRIBE\"")).toList();
  }

  @Test
  void streamsThatAreRefusedAreAGapWithTheReasonAndAskedForAgainInParts() {
    FakeSockets.Line line = opened();

    line.refuses(2, "too many");
    List<String> told = gaps();
    bench.passes(Duration.ofSeconds(2));

    assertThat(told)
        .containsExactly(
            "[btcusdt@bookTicker, btcusdt@trade] bring nothing: Binance refused them with code 2:"
                + " too many; they are asked for again");
    assertThat(asked(line))
        .extracting(each -> each.replaceAll("^.*params\":|,\"id.*$", ""))
        .containsExactly(BOTH, "[\"btcusdt@bookTicker\"]", "[\"btcusdt@trade\"]");
  }

  @Test
  void streamsThatAreRefusedForEverAreAskedForWithGrowingPausesAndToldOnce() {
    FakeSockets.Line line = opened();
    line.refusesAll = true;

    line.refuses(2, "no");
    bench.passes(Duration.ofMinutes(10));

    assertThat(gaps()).hasSize(1);
    assertThat(asked(line)).hasSizeBetween(20, 40);
    assertThat(line.dropped).isFalse();
  }

  @Test
  void streamsThatWereGrantedInTheEndAreNotAskedForAnyMore() {
    FakeSockets.Line line = opened();
    line.refuses(2, "no");
    line.grantsAll = true;

    bench.passes(Duration.ofMinutes(10));

    assertThat(asked(line)).hasSize(3);
  }

  @Test
  void streamsThatNobodyFollowsAnyMoreAreNotAskedForAgain() {
    FakeSockets.Line line = opened();
    line.refuses(2, "no");
    line.grantsAll = true;

    bench.feed.unsubscribe(BTCUSDT);
    bench.passes(Duration.ofMinutes(1));

    assertThat(asked(line)).hasSize(1);
  }

  @Test
  void aConnectionThatIsRefusedStreamsDoesNotTakeThePlaceOfOneThatBringsThem() {
    bench.following();
    FakeSockets.Line old = bench.sockets.last();
    old.says("!serverShutdown", "{\"e\":\"serverShutdown\",\"E\":1}");
    FakeSockets.Line next = bench.sockets.last();
    next.opens();
    bench.passes(MOMENT);

    next.refuses(2, "no");
    trade(old, 7, "100.00");
    bench.passes(Duration.ofSeconds(11));

    assertThat(next.dropped).isTrue();
    assertThat(old.dropped).isFalse();
    assertThat(bench.came()).containsExactly("trade 7");
    assertThat(bench.sockets.lines).hasSize(3);
  }

  @Test
  void aStreamThatTheVenueDoesNotListAnyMoreIsAGapAndAskedForAgain() {
    bench.following();
    FakeSockets.Line line = bench.sockets.last();
    line.grantsAll = true;

    line.streams.remove("\"btcusdt@bookTicker\"");
    for (int second = 0; second < 70; second++) {
      trade(line, second, "100.00");
      bench.passes(MOMENT);
    }

    assertThat(gaps())
        .containsExactly(
            "[btcusdt@bookTicker] bring nothing: Binance does not list them among those of the"
                + " connection; they are asked for again");
    assertThat(asked(line)).hasSize(2).last().asString().contains("[\"btcusdt@bookTicker\"]");
  }

  @Test
  void moreInstrumentsThanAConnectionHasStreamsForAreRefused() {
    for (int i = 0; i < 512; i++) {
      bench.feed.subscribe(InstrumentId.of("S" + i + "USDT.BINANCE"));
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.feed.subscribe(BTCUSDT))
        .withMessageStartingWith("BTCUSDT.BINANCE has no room: Binance tells at most 1024 streams")
        .withMessageContaining("512 instruments with 2 streams each");
  }
}
