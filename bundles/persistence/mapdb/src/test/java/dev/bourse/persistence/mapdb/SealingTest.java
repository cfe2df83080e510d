package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entries;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static dev.bourse.testkit.persistence.TestEntries.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N4")
final class SealingTest {
  private static final long LAST = 14_000;
  private SimulatedDisk disk = new SimulatedDisk(1);

  @Test
  void sealsOnlyWhatIsReleased() {
    Store store = open(true);
    fill(store);
    long firstSegment = lastOfFirstSegment(store);

    store.journal().release(firstSegment - 1);
    assertThat(files("archive-")).isEmpty();

    store.journal().release(firstSegment);
    assertThat(files("archive-")).hasSize(1);
    assertThat(files("journal-0000000001")).isEmpty();
    assertThat(store.journal().read(0).next().sequence()).isEqualTo(firstSegment + 1);
  }

  @Test
  void sealsOnlyInFrontOfSomethingDurable() {
    Store store = open(true);
    long sequence = 1;
    while (files("journal-").size() < 3) {
      store.journal().append(entry(sequence++));
    }
    store.journal().write();
    long firstSegment = store.journal().lastForced();

    store.journal().release(firstSegment);
    assertThat(files("archive-")).isEmpty();

    store.journal().force();
    store.journal().release(firstSegment);
    assertThat(files("archive-")).hasSize(1);
  }

  @Test
  void dropsMarketDataWhenItSealsUnlessItIsToBeKept() {
    for (boolean keep : List.of(true, false)) {
      disk = new SimulatedDisk(1);
      Store store = open(keep);
      fill(store);
      long firstSegment = lastOfFirstSegment(store);

      store.journal().release(firstSegment);

      List<JournalEntry> wanted =
          entries(1, LAST + 1).stream()
              .filter(e -> keep || e.sequence() > firstSegment || e.kind() != EntryKind.MARKET)
              .toList();
      assertThat(lines(drain(store.archive().read(ArchiveQuery.ALL)))).isEqualTo(lines(wanted));
    }
  }

  @Test
  void findsByKeyTimeAndSequenceInWhatIsSealed() {
    Store store = open(true);
    fill(store);
    store.journal().release(LAST);
    long sealed = lastSealed();
    List<ArchiveQuery> queries =
        List.of(
            ArchiveQuery.about("demo-ema-1-7"),
            ArchiveQuery.about("demo-ema-1-100"),
            ArchiveQuery.about("ETH/USD.SIM"),
            ArchiveQuery.about("demo"),
            new ArchiveQuery(0, Long.MAX_VALUE, time(1), time(2), ""),
            new ArchiveQuery(0, Long.MAX_VALUE, time(700) + 1, time(900) + 1, ""),
            new ArchiveQuery(0, Long.MAX_VALUE, time(sealed - 3), time(sealed + 3), ""),
            new ArchiveQuery(sealed - 10, sealed + 10, Long.MIN_VALUE, Long.MAX_VALUE, ""),
            new ArchiveQuery(500, 2_000, time(600), time(1_900), "BTC/USD.SIM"));

    for (ArchiveQuery query : queries) {
      List<JournalEntry> wanted = entries(1, LAST + 1).stream().filter(query::matches).toList();
      assertThat(lines(drain(store.archive().read(query))))
          .as("%s", query)
          .isEqualTo(lines(wanted));
    }
  }

  @Test
  void aReaderKeepsItsSegmentUntilItIsDone() {
    Store store = open(true);
    fill(store);
    try (JournalCursor reader = store.archive().read(ArchiveQuery.ALL)) {
      assertThat(reader.next().sequence()).isEqualTo(1);

      store.journal().release(LAST);

      assertThat(files("journal-0000000001")).hasSize(1);
      assertThat(lines(drain(reader))).isEqualTo(lines(entries(2, LAST + 1)));
    }
    assertThat(files("journal-0000000001")).isEmpty();
  }

  @Test
  void aReaderAtTheEndHoldsNothingBack() {
    Store store = open(true);
    try (JournalCursor reader = store.archive().read(ArchiveQuery.ALL)) {
      store.journal().append(entry(1));
      store.journal().write();
      assertThat(reader.next().sequence()).isEqualTo(1);
      assertThat(reader.next()).isNull();
      for (long sequence = 2; sequence <= LAST; sequence++) {
        store.journal().append(entry(sequence));
        store.journal().write();
        assertThat(reader.next().sequence()).isEqualTo(sequence);
      }
      store.journal().force();
      assertThat(reader.next()).isNull();

      store.journal().release(LAST);
      assertThat(reader.next()).isNull();

      assertThat(files("journal-0000000001")).isEmpty();
    }
  }

  @Test
  void aDamagedSealedSegmentIsPutAsideAndTheRestCanBeRead() {
    try (Store store = open(true)) {
      fill(store);
      store.journal().release(LAST);
    }
    String name = files("archive-0000000001").get(0);
    long last = SealedName.parse(name).orElseThrow().last();
    disk = disk.afterKill();
    disk.file(Path.of("demo", name)).flip(300_000, 2);

    Store store = open(true);

    assertThatThrownBy(() -> drain(store.archive().read(ArchiveQuery.ALL)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("entries 1 to " + last + " of the trace are lost")
        .hasMessageContaining(name + ".damaged");
    assertThat(lines(drain(store.archive().read(ArchiveQuery.ALL))))
        .isEqualTo(lines(entries(last + 1, LAST + 1)));
    assertThat(files("archive-0000000001")).containsExactly(name + ".damaged");
  }

  @Test
  void aCrashBetweenSealingAndDroppingLeavesOneOfTheTwo() throws Exception {
    try (Store store = open(true)) {
      fill(store);
      JournalCursor neverClosed = store.archive().read(ArchiveQuery.ALL);
      assertThat(neverClosed.next().sequence()).isEqualTo(1);
      store.journal().release(LAST);
    }
    assertThat(files("journal-0000000001")).hasSize(1);
    disk = disk.afterKill();

    Store store = open(true);

    assertThat(files("journal-0000000001")).isEmpty();
    assertThat(files("archive-0000000001")).hasSize(1);
    assertThat(lines(drain(store.archive().read(ArchiveQuery.ALL))))
        .isEqualTo(lines(entries(1, LAST + 1)));
  }

  private static void fill(Store store) {
    for (long sequence = 1; sequence <= LAST; sequence++) {
      store.journal().append(entry(sequence));
    }
    store.journal().write();
    store.journal().force();
  }

  private long lastOfFirstSegment(Store store) {
    long last = 0;
    try (FrameReader frames =
        new FrameReader(
            disk.read(Path.of("demo", FileNames.segment(1))), SegmentHeader.segment("demo", 1))) {
      long position = Frame.SEGMENT_HEADER;
      while (frames.at(position, 1 << 20)) {
        last = frames.sequence();
        position += frames.length();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(last).isLessThan(store.journal().lastForced());
    return last;
  }

  private long lastSealed() {
    return files("archive-").stream()
        .mapToLong(name -> SealedName.parse(name).orElseThrow().last())
        .max()
        .orElseThrow();
  }

  private List<String> files(String prefix) {
    return disk.list(Path.of("demo")).stream().filter(name -> name.startsWith(prefix)).toList();
  }

  private Store open(boolean keepMarket) {
    StoreSpec spec =
        new StoreSpec(
            "demo",
            Path.of("demo"),
            1 << 20,
            64 << 10,
            keepMarket ? Retention.ALL : Retention.DECISIONS);
    return new MapDbBackend(disk, name -> new SameThread(), Duration.ZERO).open(spec);
  }
}
