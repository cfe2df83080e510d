package dev.bourse.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.data.DataException;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Side;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordedFeedTest {
  private static final long MINUTE = 60_000_000_000L;

  private final ListData data =
      new ListData(
          "three",
          List.of(
              Market.trade(Market.BTC, 10 * MINUTE, 100),
              Market.trade(Market.BTC, 10 * MINUTE + 5, 101),
              Market.trade(Market.BTC, 12 * MINUTE + 7, 102)));

  @Test
  void shiftsEachLapByTheSpanInWholeMinutes() {
    RecordedFeed feed = new RecordedFeed(data, "three", 2, 0);

    List<Long> times = times(feed, 6);

    assertThat(times)
        .containsExactly(
            10 * MINUTE,
            10 * MINUTE + 5,
            12 * MINUTE + 7,
            13 * MINUTE,
            13 * MINUTE + 5,
            15 * MINUTE + 7);
    assertThat(feed.peek()).isNull();
    assertThat(feed.hasEnded()).isTrue();
    assertThat(data.openCursors()).isZero();
  }

  @Test
  void countsPositionsOverLaps() {
    RecordedFeed feed = new RecordedFeed(data, "three", 0, 0);

    times(feed, 7);

    assertThat(feed.position()).isEqualTo(7);
    assertThat(feed.hasEnded()).isFalse();
    feed.close();
    assertThat(data.openCursors()).isZero();
  }

  @Test
  @Tag("N29")
  void barsOfTwoLengthsOfOneInstrumentAreRefused() {
    ListData bars = new ListData("two", List.of(bar("1m", 1), bar("1m", 5), bar("5m", 5)));
    RecordedFeed feed = new RecordedFeed(bars, "two", 1, 0);

    List<Long> before = times(feed, 2);

    assertThat(before).containsExactly(MINUTE, 5 * MINUTE);
    assertThatThrownBy(feed::peek)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data set two has bars of 1m and of 5m of BTCUSD.TEST: the same trades would count"
                + " twice. Keep the smaller ones, larger bars are built from them, and put the"
                + " others into a data set of their own");
    feed.close();
  }

  private static Bar bar(String length, long minutes) {
    return new Bar(
        Market.BTC, BarInterval.of(length), minutes * MINUTE, 100, 100, 100, 100, 1, true);
  }

  @Test
  void theBookOfALapIsNewerThanThatOfTheLapBefore() {
    BookLevels bid = BookLevels.of(new long[] {100, 1}, 1);
    BookLevels higher = BookLevels.of(new long[] {101, 1}, 1);
    ListData books =
        new ListData(
            "book",
            List.of(
                new FullBook(Market.BTC, 10 * MINUTE, 5_000, bid, BookLevels.NONE),
                new BookDifference(
                    Market.BTC, 10 * MINUTE + 1, 5_001, 5_009, higher, BookLevels.NONE)));
    RecordedFeed feed = new RecordedFeed(books, "book", 3, 0);
    OrderBook book = new OrderBook(Market.BTC);

    List<String> seen = new ArrayList<>();
    while (feed.peek() instanceof BookEvent event) {
      feed.take();
      book.apply(event);
      seen.add(book.status() + " " + book.levels(Side.BUY));
    }

    assertThat(seen)
        .containsExactly(
            "SYNCHRONISED 1",
            "SYNCHRONISED 2",
            "SYNCHRONISED 1",
            "SYNCHRONISED 2",
            "SYNCHRONISED 1",
            "SYNCHRONISED 2");
    assertThat(book.gaps() + book.stale()).isZero();
  }

  @Property(tries = 200)
  void goesOnAnywhereAsIfItHadNeverStopped(
      @ForAll @IntRange(max = 30) int taken, @ForAll @IntRange(max = 5) int laps) {
    RecordedFeed whole = new RecordedFeed(data, "three", laps, 0);
    int possible = laps == 0 ? taken : Math.min(taken, 3 * laps);
    times(whole, possible);

    RecordedFeed resumed = new RecordedFeed(data, "three", laps, possible);

    assertThat(times(resumed, 10)).isEqualTo(times(whole, 10));
    assertThat(resumed.position()).isEqualTo(whole.position());
    assertThat(resumed.hasEnded()).isEqualTo(whole.hasEnded());
  }

  private static List<Long> times(Feed feed, int count) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      MarketEvent event = feed.peek();
      if (event == null) {
        break;
      }
      times.add(event.eventTime());
      feed.take();
    }
    return times;
  }
}
