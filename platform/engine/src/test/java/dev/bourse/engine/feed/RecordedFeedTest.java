package dev.bourse.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
