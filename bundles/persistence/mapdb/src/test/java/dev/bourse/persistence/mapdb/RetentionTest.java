package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.STEP;
import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How old entries leave the archive; every third entry is market data, entries are a ms apart. */
@Tag("K1")
@Tag("N4")
final class RetentionTest {
  private static final int PAYLOAD = 20_000;
  private static final long LAST = 300;
  private static final Retention NARROW = retention(20, 150);
  private SimulatedDisk disk = new SimulatedDisk(1);

  @Test
  void marketDataPastItsTimeGoesAndDecisionsStay() {
    Store store = open(Retention.ALL);
    fill(store, 1);
    store.journal().release(LAST);
    long sealed = lastSealed();
    store.close();
    disk = disk.afterKill();

    Store narrow = open(new Retention(millis(100), Retention.FOREVER));
    narrow.journal().release(LAST);

    List<JournalEntry> trace = trace(narrow);
    long gone = LAST - 100 - trace.stream().filter(each -> isOld(each, 100)).count();
    assertThat(sealed).isGreaterThan(LAST - 100);
    assertThat(gone).isGreaterThan(30);
    assertThat(brief(trace)).isEqualTo(brief(without(trace, retention(100, LAST))));
    assertThat(trace).filteredOn(each -> each.kind() != EntryKind.MARKET).hasSize(200);
    assertThat(files("-decisions.mapdb")).hasSizeBetween(2, 4);
  }

  @Test
  void whatIsPastItsTimeAltogetherGoesWithItsFile() {
    Store store = open(NARROW);
    fill(store, 1);

    store.journal().release(LAST);

    long first = store.archive().firstSequence();
    assertThat(first).isBetween(50L, 150L);
    assertThat(brief(trace(store))).isEqualTo(brief(without(trace(store), NARROW)));
    assertThat(trace(store).get(0).sequence()).isBetween(first, first + 1);
    assertThat(files("archive-0000000001")).isEmpty();
  }

  @Test
  void agesCountBackFromTheNewestEntry() {
    Store store = open(retention(20, LAST));
    fill(store, 1);
    store.journal().release(LAST);
    long before = store.archive().firstSequence();

    fill(store, LAST + 1);
    store.journal().release(LAST);

    assertThat(before).isEqualTo(1);
    assertThat(store.archive().firstSequence()).isBetween(LAST - 60, LAST);
    assertThat(store.journal().read(0).next().sequence()).isLessThanOrEqualTo(LAST + 1);
  }

  @Test
  void aReaderKeepsWhatItReads() {
    Store store = open(Retention.ALL);
    fill(store, 1);
    store.journal().release(LAST);
    store.close();
    disk = disk.afterKill();
    Store narrow = open(NARROW);
    List<String> before = files(".mapdb");

    try (JournalCursor reader = narrow.archive().read(ArchiveQuery.ALL)) {
      assertThat(reader.next().sequence()).isEqualTo(1);
      narrow.journal().release(LAST);
      assertThat(files(".mapdb")).containsAll(before);
      assertThat(brief(inFirst(reader, before.get(0)))).isEqualTo(brief(all(2, last(before, 0))));
    }

    assertThat(files(".mapdb")).doesNotContainAnyElementsOf(before.subList(0, 3));
    assertThat(brief(trace(narrow))).isEqualTo(brief(without(trace(narrow), NARROW)));
  }

  @Test
  void aSealedSegmentStaysAsLongAsItsRawOne() {
    Store store = open(NARROW);
    fill(store, 1);

    try (JournalCursor reader = store.archive().read(ArchiveQuery.ALL)) {
      assertThat(reader.next().sequence()).isEqualTo(1);
      store.journal().release(LAST);
      assertThat(files("archive-0000000001")).hasSize(1);
      assertThat(files("journal-0000000001")).hasSize(1);
    }
    store.journal().release(LAST);

    assertThat(files("archive-0000000001")).isEmpty();
    assertThat(files("journal-0000000001")).isEmpty();
    disk = disk.afterPowerCut();
    assertThat(open(NARROW).journal().opening().damage()).isEmpty();
  }

  @Test
  void aCutAtAnyStepLosesNothingThatIsToStay() {
    long steps = 0;
    boolean cut = true;

    for (; cut; steps++) {
      disk = new SimulatedDisk(steps);
      Store store = open(Retention.ALL);
      fill(store, 1);
      store.journal().release(LAST);
      store.close();
      disk = disk.afterKill();
      Store narrow = open(NARROW);
      cut = isCutWhileReleasing(narrow, steps);
      disk = steps % 2 == 0 ? disk.afterPowerCut() : disk.afterKill();

      Store again = open(NARROW);
      assertThat(again.journal().opening().damage()).as("cut %d", steps).isEmpty();
      assertThat(brief(trace(again)))
          .as("cut %d", steps)
          .isEqualTo(brief(without(trace(again), NARROW)));
      again.journal().release(LAST);
      assertThat(again.archive().firstSequence()).as("cut %d", steps).isGreaterThan(50);
      assertThat(files(".damaged")).as("cut %d", steps).isEmpty();
      assertThat(files(".tmp")).as("cut %d", steps).isEmpty();
    }

    assertThat(steps).isGreaterThan(60);
  }

  @Test
  void aDamagedFileIsNotTakenForAnEmptyOne() {
    try (Store store = open(Retention.ALL)) {
      fill(store, 1);
      store.journal().release(LAST);
    }
    String name = files("archive-0000000002").get(0);
    disk = disk.afterKill();
    disk.file(Path.of("demo", name)).flip(300_000, 2);
    Store narrow = open(new Retention(millis(20), Retention.FOREVER));

    narrow.journal().release(LAST);
    narrow.journal().release(LAST);

    assertThat(files("archive-0000000002")).containsExactly(name + ".damaged");
    assertThat(files("archive-0000000001").get(0)).endsWith("-decisions.mapdb");
    assertThat(files("archive-0000000003").get(0)).endsWith("-decisions.mapdb");
  }

  private boolean isCutWhileReleasing(Store store, long steps) {
    disk.cutAfter(steps);
    try {
      store.journal().release(LAST);
      return false;
    } catch (PowerCut cut) {
      return true;
    }
  }

  /**
   * What must be in a trace that may hold more than it has to: all that stays, and nothing else.
   */
  private static List<JournalEntry> without(List<JournalEntry> trace, Retention retention) {
    List<Long> there = trace.stream().map(JournalEntry::sequence).toList();
    long newest = entry(LAST).time();
    return all(1, LAST + 1).stream()
        .filter(
            each ->
                there.contains(each.sequence())
                    || !retention.isOver(each.kind(), each.time(), newest))
        .toList();
  }

  private static boolean isOld(JournalEntry entry, long millis) {
    return entry.sequence() <= LAST - millis;
  }

  private static Retention retention(long market, long decisions) {
    return new Retention(millis(market), millis(decisions));
  }

  private static Duration millis(long count) {
    return Duration.ofNanos(count * STEP);
  }

  private static List<JournalEntry> all(long from, long to) {
    return LongStream.range(from, to).mapToObj(each -> entry(each, PAYLOAD)).toList();
  }

  private static List<String> brief(List<JournalEntry> entries) {
    return entries.stream()
        .map(each -> each.sequence() + " " + each.kind() + " " + Arrays.hashCode(each.payload()))
        .toList();
  }

  private static List<JournalEntry> trace(Store store) {
    return drain(store.archive().read(ArchiveQuery.ALL));
  }

  private static void fill(Store store, long from) {
    all(from, from + LAST).forEach(store.journal()::append);
    store.journal().write();
    store.journal().force();
  }

  private static List<JournalEntry> inFirst(JournalCursor reader, String name) {
    long left = SealedName.parse(name).orElseThrow().last() - 1;
    return LongStream.range(0, left).mapToObj(each -> reader.next()).toList();
  }

  private static long last(List<String> names, int index) {
    return SealedName.parse(names.get(index)).orElseThrow().last() + 1;
  }

  private long lastSealed() {
    return last(files("archive-"), files("archive-").size() - 1) - 1;
  }

  private List<String> files(String part) {
    return disk.list(Path.of("demo")).stream().filter(name -> name.contains(part)).toList();
  }

  private Store open(Retention retention) {
    StoreSpec spec = new StoreSpec("demo", Path.of("demo"), 1 << 20, 64 << 10, retention);
    return new MapDbBackend(disk, name -> new SameThread(), Duration.ZERO).open(spec);
  }
}
