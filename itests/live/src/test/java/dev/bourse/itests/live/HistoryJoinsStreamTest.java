package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A trader that starts in the middle of a minute at a venue that trades on: its strategy is told
 * every bar of the venue once, those before it came, the one in which it came, and those after.
 */
@Timeout(300)
@Tag("A12")
class HistoryJoinsStreamTest {
  @TempDir private Path folder;
  private PastBench bench;

  @BeforeEach
  void aVenueThatTradesForTenMinutes() {
    bench = new PastBench(folder);
    for (int i = 0; i < 62; i++) {
      bench.passes(10);
    }
    bench.start();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static <T> List<T> last(List<T> all, int count) {
    return all.subList(all.size() - count, all.size());
  }

  /** Minutes pass until so many bars came by the stream; after each the last bar is known. */
  private void minutesPass(int bars) {
    for (int minute = 0; minute < 20 && bench.streamed.size() < bars; minute++) {
      bench.heard(20);
      bench.heard(20);
      bench.heard(20);
      String newest = last(bench.over(), 1).get(0);
      LiveBench.waitUntil(
          "it is told " + newest + ", was told " + bench.told + ", says " + bench.says(),
          () -> bench.told.contains(newest));
    }
    assertThat(bench.streamed).hasSizeGreaterThanOrEqualTo(bars);
  }

  @Test
  void theBarsThatAStrategyIsToldAreThoseOfTheVenueEachOnce() {
    LiveBench.waitUntil("it is warm", () -> bench.told.size() >= 5);
    List<String> warm = List.copyOf(bench.told);
    int before = bench.over().size();

    bench.listens();
    minutesPass(3);

    List<String> over = bench.over();
    assertThat(warm).isEqualTo(over.subList(before - 5, before));
    assertThat(bench.told).isEqualTo(over.subList(before - 5, over.size()));
  }

  @Test
  void afterARestartItIsToldWhatPassedMeanwhileAndNothingTwice() {
    bench.listens();
    minutesPass(1);
    bench.stop();
    List<String> first = List.copyOf(bench.told);
    for (int i = 0; i < 20; i++) {
      bench.passes(19);
    }

    bench.start();
    bench.listens();
    minutesPass(2);

    List<String> over = bench.over();
    List<String> missed = over.subList(over.indexOf(last(first, 1).get(0)) + 1, over.size());
    assertThat(first).doesNotHaveDuplicates();
    assertThat(bench.told).doesNotHaveDuplicates();
    assertThat(bench.told).filteredOn(each -> !first.contains(each)).isEqualTo(missed);
  }
}
