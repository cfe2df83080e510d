package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.bourse.api.trader.Trader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo trader replays its data many times over at full speed. */
@InsideKaraf
@ExtendWith(Figures.class)
@Tag("P8")
class LapsIT {
  private static final int LAPS = 20;

  /** Trades of the bundled sample that are taken in each lap. */
  private static final long TRADES = 99_982;

  /** What is left to chance: caches of the JVM. */
  private static final long MEGABYTE = 1L << 20;

  /**
   * A ledger keeps closed orders and fills up to a bound that is reached before the tenth lap; from
   * the third lap on that is this much.
   */
  private static final long CLOSED_ORDERS = 4 * MEGABYTE;

  /**
   * What a process needs, when nothing is garbage.
   *
   * @param heap bytes after a collection
   * @param classes loaded classes
   * @param files open files
   */
  private record Needs(long heap, long classes, long files) {
    static Needs now() {
      System.gc();
      var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Needs(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
          system.getOpenFileDescriptorCount());
    }

    /** Of three laps, so that one that ends while a segment is being sealed says nothing. */
    static Needs median(List<Needs> laps) {
      return new Needs(
          median(laps, Needs::heap), median(laps, Needs::classes), median(laps, Needs::files));
    }

    private static long median(List<Needs> laps, ToLongFunction<Needs> what) {
      return laps.stream().mapToLong(what).sorted().skip(laps.size() / 2).findFirst().orElseThrow();
    }
  }

  @Test
  void needsNoMoreAfterTwentyLapsThanAfterThree(Container karaf) throws Exception {
    Path file = karaf.home("conf/dev.bourse.trader-demo.cfg");
    Files.writeString(file, "speed = max\nlaps = " + LAPS + "\n", StandardOpenOption.APPEND);
    Trader demo = karaf.trader("demo");

    List<Needs> laps = new ArrayList<>();
    for (int lap = 1; lap <= LAPS; lap++) {
      long events = lap * TRADES;
      Patience.until("lap " + lap + " is done", () -> events(demo) >= events);
      laps.add(Needs.now());
    }

    Figures.report("Heap, classes and open files after each of " + LAPS + " laps: " + laps);
    Needs third = Needs.median(laps.subList(1, 4));
    Needs tenth = Needs.median(laps.subList(8, 11));
    Needs last = Needs.median(laps.subList(LAPS - 3, LAPS));
    assertThat(last.classes()).isLessThan(third.classes() + 50);
    assertThat(last.files()).isLessThan(third.files() + 5);
    assertThat(last.heap()).isLessThan(third.heap() + CLOSED_ORDERS + MEGABYTE);
    assertThat(last.heap()).isLessThan(tenth.heap() + MEGABYTE);
  }

  private static long events(Trader trader) {
    return trader.snapshot().feeds().stream().mapToLong(feed -> feed.events()).sum();
  }
}
