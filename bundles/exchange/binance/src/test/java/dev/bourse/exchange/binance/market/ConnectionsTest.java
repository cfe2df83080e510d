package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.BTCUSDT;
import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static dev.bourse.exchange.binance.market.FeedBench.quote;
import static dev.bourse.exchange.binance.market.FeedBench.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections for market data: lost, refused, silent, grown old, and replaced without a gap. */
@Tag("H2")
class ConnectionsTest {
  private static final String SHUTDOWN = "{\"e\":\"serverShutdown\",\"E\":1770123456789}";

  private final FeedBench bench = new FeedBench(false);

  private static void announcesItsEnd(FakeSockets.Line line) {
    line.says("!serverShutdown", SHUTDOWN);
  }

  /** The venue is about to end a connection; the next one is open, and asked for everything. */
  private FakeSockets.Line next(FakeSockets.Line old) {
    announcesItsEnd(old);
    FakeSockets.Line next = bench.sockets.last();
    next.opens();
    bench.passes(MOMENT);
    return next;
  }

  /** Lets the network refuse every attempt for so long; after how many seconds each was made. */
  private List<Long> attempts(Duration time) {
    List<Long> seconds = new ArrayList<>();
    int known = bench.sockets.lines.size();
    for (long second = 0; second <= time.toSeconds(); second++) {
      bench.passes(second == 0 ? Duration.ZERO : MOMENT);
      if (bench.sockets.lines.size() > known) {
        known = bench.sockets.lines.size();
        seconds.add(second);
        bench.sockets.last().listener.ended("no route");
      }
    }
    return seconds;
  }

  @Test
  void aLostConnectionIsOpenedAgainAtOnceThenWithGrowingPauses() {
    bench.following();
    bench.passes(Duration.ofSeconds(20));

    bench.sockets.last().listener.ended("reset by peer");

    assertThat(attempts(Duration.ofMinutes(5)))
        .containsExactly(0L, 10L, 30L, 60L, 100L, 150L, 210L, 270L);
  }

  @Test
  void anAttemptThatCannotEvenBeginCountsAsOneThatFailed() {
    bench.following();
    bench.passes(Duration.ofSeconds(20));
    bench.sockets.broken = 1;

    bench.sockets.last().listener.ended("reset by peer");

    assertThat(attempts(Duration.ofMinutes(1))).containsExactly(10L, 30L, 60L);
    assertThat(bench.sockets.broken).isZero();
  }

  @Test
  void aFirstConnectionThatCannotEvenBeginIsTriedAgain() {
    bench.sockets.broken = 1;
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);

    assertThat(attempts(Duration.ofSeconds(20))).containsExactly(9L);
  }

  @Test
  void aConnectionThatIsReplacedIsReplacedThoughTheFirstAttemptCannotEvenBegin() {
    bench.following();
    FakeSockets.Line old = bench.sockets.last();
    bench.sockets.broken = 1;

    old.listener.text("{\"stream\":\"\",\"data\":{\"e\":\"serverShutdown\",\"E\":1}}");
    bench.passes(Duration.ofSeconds(20));

    assertThat(bench.sockets.broken).isZero();
    assertThat(bench.sockets.last()).isNotSameAs(old);
  }

  @Test
  void whatWorkedForAWhileBeginsTheSeriesAnew() {
    bench.following();
    bench.passes(Duration.ofSeconds(20));
    bench.sockets.last().listener.ended("reset by peer");
    List<Long> unused = attempts(Duration.ofSeconds(40));
    bench.passes(Duration.ofSeconds(20));
    bench.sockets.last().opens();
    bench.passes(MOMENT);
    bench.sockets.last().grants();
    bench.passes(Duration.ofSeconds(20));

    bench.sockets.last().listener.ended("reset by peer");

    assertThat(attempts(Duration.ofSeconds(40))).containsExactly(0L, 10L, 30L);
  }

  @Test
  void aVenueThatEndsEachConnectionSoonIsNotAskedWithoutAPause() {
    bench.following();

    bench.sockets.last().listener.ended("reset by peer");

    assertThat(attempts(Duration.ofSeconds(40))).containsExactly(10L, 30L);
  }

  @Test
  @Tag("H1")
  void aQuietConnectionIsAskedAndOneThatDoesNotAnswerIsLeft() {
    bench.following();
    bench.passes(Duration.ofSeconds(90));
    int quiet = bench.sockets.lines.size();
    FakeSockets.Line first = bench.sockets.last();

    first.answers = false;
    bench.passes(Duration.ofSeconds(16));

    assertThat(quiet).isEqualTo(1);
    assertThat(first.heard).last().asString().contains("LIST_SUBSCRIPTIONS");
    assertThat(first.dropped).isTrue();
    assertThat(bench.sockets.lines).hasSize(2);
  }

  @Test
  @Tag("H1")
  void aConnectionThatSaysSomethingIsNotAsked() {
    bench.following();

    for (int i = 0; i < 10; i++) {
      bench.passes(Duration.ofSeconds(4));
      trade(bench.sockets.last(), i, "100.00000000");
    }

    assertThat(bench.sockets.last().heard).hasSize(1);
  }

  @Test
  @Tag("H1")
  void anAttemptOfWhichNothingIsHeardIsLeftForAnother() {
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);

    bench.passes(Duration.ofMinutes(1));

    assertThat(bench.sockets.lines).hasSizeGreaterThan(1);
  }

  @Test
  @Tag("H5")
  void theWatchOfConnectionsOutlivesOneThatCannotBeEnded() {
    bench.following();
    bench.sockets.last().breaks = true;
    bench.sockets.last().answers = false;

    bench.passes(Duration.ofSeconds(40));
    bench.sockets.last().opens();
    bench.passes(MOMENT);
    bench.sockets.last().grants();
    bench.sockets.last().answers = false;
    bench.passes(Duration.ofSeconds(70));

    assertThat(bench.sockets.lines.get(0).dropped).isTrue();
    assertThat(bench.sockets.lines.get(1).dropped).isTrue();
    assertThat(bench.sockets.lines).hasSizeGreaterThan(2);
  }

  @Test
  @Tag("G1")
  void aSubscriptionThatIsNotAnsweredInTimeIsAskedOfAnotherConnection() {
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);
    FakeSockets.Line first = bench.sockets.last();
    first.opens();
    bench.passes(Duration.ofSeconds(4));
    boolean droppedEarly = first.dropped;

    bench.passes(Duration.ofSeconds(12));
    bench.sockets.last().opens();
    bench.passes(MOMENT);

    assertThat(droppedEarly).isFalse();
    assertThat(first.dropped).isTrue();
    assertThat(bench.sockets.lines).hasSize(2);
    assertThat(bench.sockets.last().heard).isEqualTo(first.heard);
  }

  @Test
  void aVenueThatIsAboutToCloseIsLeftOnlyWhenTheNextConnectionBringsEverything() {
    bench.following();
    FakeSockets.Line old = bench.sockets.last();
    FakeSockets.Line next = next(old);
    trade(old, 7, "100.00000000");
    trade(next, 7, "100.00000000");
    trade(old, 8, "100.00000000");
    boolean droppedEarly = old.dropped;

    next.grants();
    trade(next, 8, "100.00000000");
    trade(next, 9, "100.00000000");
    bench.passes(MOMENT);

    assertThat(droppedEarly).isFalse();
    assertThat(old.dropped).isTrue();
    assertThat(bench.came()).containsExactly("trade 7", "trade 8", "trade 9");
  }

  /** The venue had sent it before it granted the other one anything. */
  @Test
  @Tag("H1")
  void whatIsStillOnItsWayByTheOldConnectionIsHeard() {
    bench.following();
    FakeSockets.Line old = bench.sockets.last();
    FakeSockets.Line next = next(old);

    next.grants();
    quote(old, 5, "100.00", "100.01");
    quote(next, 6, "100.00", "100.02");

    assertThat(old.dropped).isFalse();
    assertThat(bench.came()).containsExactly("quote 100.00 100.01", "quote 100.00 100.02");
  }

  @Test
  @Tag("H1")
  void bothConnectionsEndWithTheFeedWhileTheOldOneIsStillHeard() {
    bench.following();
    FakeSockets.Line old = bench.sockets.last();
    FakeSockets.Line next = next(old);
    next.grants();

    bench.feed.close();

    assertThat(List.of(old.dropped, next.dropped)).containsOnly(true);
  }

  @Test
  @Tag("H1")
  void aConnectionThatTheVenueIsAboutToCloseBeforeItIsUsedIsReplacedOnceItIs() {
    bench.following();
    FakeSockets.Line second = next(bench.sockets.last());
    announcesItsEnd(second);

    second.grants();
    FakeSockets.Line third = bench.sockets.last();
    third.opens();
    bench.passes(MOMENT);
    boolean droppedEarly = second.dropped;
    third.grants();
    bench.passes(MOMENT);

    assertThat(bench.sockets.lines).hasSize(3);
    assertThat(droppedEarly).isFalse();
    assertThat(second.dropped).isTrue();
  }

  @Test
  @Tag("H1")
  void aConnectionThatTheVenueIsAboutToCloseIsReplacedThoughTheOneBeforeItEndsFirst() {
    bench.following();
    FakeSockets.Line first = bench.sockets.last();
    FakeSockets.Line second = next(first);
    announcesItsEnd(second);

    first.listener.ended("reset by peer");
    second.grants();
    FakeSockets.Line third = bench.sockets.last();
    third.opens();
    bench.passes(MOMENT);
    third.grants();
    bench.passes(MOMENT);

    assertThat(bench.sockets.lines).hasSize(3);
    assertThat(List.of(second.dropped, third.dropped)).containsExactly(true, false);
  }

  /** A socket that is broken says so while it sends, to whoever holds the locks of all others. */
  @Test
  @Tag("H1")
  void othersMayAskForAConnectionWhileItSends() {
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);
    FakeSockets.Line line = bench.sockets.last();
    StreamConnection connection = (StreamConnection) line.listener;
    List<Boolean> answers = new ArrayList<>();
    line.onSend =
        () ->
            answers.add(
                CompletableFuture.supplyAsync(connection::isOpen)
                    .completeOnTimeout(false, 30, TimeUnit.SECONDS)
                    .join());

    line.opens();
    bench.passes(MOMENT);

    assertThat(answers).containsExactly(true);
  }

  @Test
  void whatIsSubscribedAndLeftWhileAConnectionIsReplacedIsAskedOfBoth() {
    bench.rest.answers("/api/v3/exchangeInfo?symbols=%5B%22ETH", FakeRest.of("ETHUSDT"));
    bench.following();
    FakeSockets.Line old = bench.sockets.last();
    FakeSockets.Line next = next(old);

    bench.feed.subscribe(InstrumentId.of("ETHUSDT.BINANCE"));
    bench.passes(MOMENT);
    bench.feed.unsubscribe(BTCUSDT);
    bench.passes(MOMENT);

    assertThat(next.heard.subList(1, 3))
        .containsExactly(
            "{\"method\":\"SUBSCRIBE\",\"params\":[\"ethusdt@trade\",\"ethusdt@bookTicker\"],\"id\":2}",
            "{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"btcusdt@bookTicker\"],\"id\":3}");
    assertThat(old.heard.subList(1, 3)).isEqualTo(next.heard.subList(1, 3));
  }

  @Test
  void aConnectionThatWasAskedForMoreBeforeItOpenedIsAskedForAllOnceItIs() {
    bench.rest.answers("/api/v3/exchangeInfo?symbols=%5B%22ETH", FakeRest.of("ETHUSDT"));
    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);
    bench.feed.subscribe(InstrumentId.of("ETHUSDT.BINANCE"));
    bench.passes(MOMENT);

    FakeSockets.Line line = bench.sockets.last();
    line.opens();
    bench.passes(MOMENT);
    line.grants();
    line.answers = false;
    bench.passes(Duration.ofSeconds(30));

    assertThat(line.heard.get(0))
        .isEqualTo(
            "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\",\"btcusdt@trade\","
                + "\"ethusdt@bookTicker\",\"ethusdt@trade\"],\"id\":1}");
    assertThat(line.heard).hasSize(2).last().asString().contains("LIST_SUBSCRIPTIONS");
    assertThat(line.dropped).isTrue();
  }

  @Test
  void aConnectionIsReplacedBeforeTheVenueEndsIt() {
    bench.following();
    FakeSockets.Line old = bench.sockets.last();

    for (int i = 0; i < 23 * 60; i++) {
      bench.passes(Duration.ofMinutes(1).minus(MOMENT));
      old.listener.pinged();
      bench.passes(MOMENT);
    }
    FakeSockets.Line next = bench.sockets.last();
    next.opens();
    bench.passes(MOMENT);
    next.grants();
    bench.passes(MOMENT);

    assertThat(bench.sockets.lines).hasSize(2);
    assertThat(old.dropped).isTrue();
    assertThat(next.heard).hasSize(1);
  }
}
