package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entries;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static dev.bourse.testkit.persistence.TestEntries.snapshot;
import static dev.bourse.testkit.persistence.TestEntries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.testkit.persistence.TestEntries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N4")
final class FaultTest {
  private final StoreSpec spec =
      new StoreSpec("demo", Path.of("demo"), 1 << 20, 256 << 10, Retention.ALL);
  private SimulatedDisk disk = new SimulatedDisk(1);

  @Test
  void aFullDiskLeavesTheRestOfTheSegmentToWhatMustGoThrough() {
    disk.limitTo(1_200_000);
    Store store = open();
    Journal journal = store.journal();

    assertThat(journal.health().state()).isEqualTo(JournalHealth.State.RESERVE);
    assertThat(journal.health().detail())
        .contains("store demo")
        .contains("No space left on device")
        .contains("free disk space");
    for (EntryKind kind : List.of(EntryKind.TRADE, EntryKind.MARKET)) {
      assertThatThrownBy(() -> journal.append(entry(1, kind, 100)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("only cancels, reducing orders and venue events are taken");
    }

    long taken = appendUntilRefused(journal, EntryKind.RESERVE, 1);
    assertThat(taken * 1_000).isGreaterThan(spec.reserveBytes());
    assertThat(journal.lastForced()).isEqualTo(taken);

    disk = disk.afterPowerCut();
    assertThat(open().journal().opening().lastSequence()).isEqualTo(taken);
  }

  @Test
  void aDiskThatFillsUpIsKnownBeforeTheReserveIsTouched() {
    disk.limitTo(2_200_000);
    Store store = open();

    long taken = appendUntilRefused(store.journal(), EntryKind.TRADE, 1);
    long more = appendUntilRefused(store.journal(), EntryKind.RESERVE, taken + 1);

    assertThat(taken * 1_000).isGreaterThan(700_000);
    assertThat(more * 1_000).isGreaterThan(spec.reserveBytes());
  }

  @Test
  void goesOnWhenThereIsSpaceAgain() {
    disk.limitTo(1_200_000);
    Store store = open();
    store.journal().append(entry(1, EntryKind.RESERVE, 100));
    store.journal().write();

    disk.limitTo(Long.MAX_VALUE);
    store.journal().force();

    assertThat(store.journal().health()).isEqualTo(JournalHealth.GOOD);
    store.journal().append(entry(2, EntryKind.TRADE, 100));
    store.close();
    disk = disk.afterKill();
    assertThat(open().journal().opening().lastSequence()).isEqualTo(2);
  }

  @Test
  void opensOnAFullDiskWithWhatIsLeft() throws Exception {
    try (Store store = open()) {
      fill(store, 1, 101);
    }
    disk = disk.afterKill();
    disk.delete(spec.directory().resolve(FileNames.segment(2)));
    disk.limitTo(disk.used());

    Store store = open();

    assertThat(store.journal().opening().lastSequence()).isEqualTo(100);
    assertThat(store.journal().health().state()).isEqualTo(JournalHealth.State.RESERVE);
    store.journal().append(entry(101, EntryKind.RESERVE, 100));
    store.journal().write();
    store.journal().force();
    assertThat(store.journal().lastForced()).isEqualTo(101);
  }

  @Test
  void refusesToMakeAStoreOnAFullDisk() {
    disk.limitTo(500_000);

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("store demo")
        .hasMessageContaining("No space left on device");
    assertThat(disk.used()).isZero();
  }

  @Test
  void refusesToOpenOnAReadOnlyDisk() {
    try (Store store = open()) {
      fill(store, 1, 101);
    }
    disk = disk.afterKill();
    disk.readOnly();

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("store demo")
        .hasMessageContaining("Read-only file system");
  }

  @Test
  void aDiskThatTurnsReadOnlyFailsTheJournal() {
    Store store = open();
    fill(store, 1, 101);
    disk.readOnly();
    store.journal().append(entry(101));

    assertThatThrownBy(() -> store.journal().write()).isInstanceOf(StoreException.class);

    assertFailed(store, "write");
  }

  @Test
  void afterAFailedForceNothingMoreGoesIn() {
    Store store = open();
    fill(store, 1, 101);
    store.journal().append(entry(101));
    store.journal().write();
    disk.failForceAfter(0);

    assertThatThrownBy(() -> store.journal().force())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Input/output error");

    assertThat(store.journal().lastForced()).isEqualTo(100);
    assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(entries(1, 102)));
    assertFailed(store, "force");
    store.close();
  }

  @Test
  void whatIsFoundAfterAFailedForceIsDurableOnceItIsOpened() {
    for (int seed = 1; seed <= 50; seed++) {
      disk = new SimulatedDisk(seed);
      Store store = open();
      fill(store, 1, 101);
      for (long sequence = 101; sequence <= 150; sequence++) {
        store.journal().append(entry(sequence, 3_000));
      }
      store.journal().write();
      disk.failForceAfter(0);
      assertThatThrownBy(() -> store.journal().force()).isInstanceOf(StoreException.class);

      disk = disk.afterKill();
      long found = open().journal().opening().lastSequence();
      disk = disk.afterPowerCut();

      assertThat(found).isEqualTo(150);
      assertThat(open().journal().opening().lastSequence()).as("seed %d", seed).isEqualTo(found);
    }
  }

  @Test
  void aFailedForceAtTheEndOfASegmentFailsTheJournalToo() {
    Store store = open();
    long sequence = 1;
    for (; sequence < 1_000; sequence++) {
      store.journal().append(entry(sequence, 1_000));
    }
    disk.failForceAfter(0);

    assertThatThrownBy(
            () -> {
              for (long next = 1_000; next < 2_000; next++) {
                store.journal().append(entry(next, 1_000));
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Input/output error");

    assertThat(store.journal().health().state()).isEqualTo(JournalHealth.State.FAILED);
  }

  @Test
  void aSnapshotThatFailsLeavesTheOlderOnes() {
    Store store = open();
    fill(store, 1, 101);
    store.snapshots().write(snapshot(50, 10));
    disk.limitTo(disk.used() + 100_000);

    assertThatThrownBy(() -> store.snapshots().write(snapshot(60, 10)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("snapshot 60")
        .hasMessageContaining("No space left on device");

    assertThat(store.snapshots().newest().map(TestEntries::text)).contains(text(snapshot(50, 10)));
    disk.limitTo(Long.MAX_VALUE);
    store.snapshots().write(snapshot(60, 10));
    assertThat(store.snapshots().sequences()).containsExactly(50L, 60L);
  }

  @Test
  void aSegmentThatCannotBeSealedStaysAsItIs() {
    Store store = open();
    fill(store, 1, 10_001);
    disk.limitTo(disk.used());

    store.journal().release(10_000);

    assertThat(disk.list(spec.directory())).noneMatch(name -> name.startsWith("archive"));
    assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(entries(1, 10_001)));
    disk.limitTo(Long.MAX_VALUE);
    store.journal().release(10_000);
    assertThat(disk.list(spec.directory())).anyMatch(name -> name.startsWith("archive"));
  }

  @Test
  void refusesWhatDoesNotFit() {
    Store store = open();
    fill(store, 1, 2);
    String key = "k".repeat(1_025);
    JournalEntry longKey = new JournalEntry(2, 2, EntryKind.TRADE, 1, List.of(key), new byte[1]);
    SnapshotEntry longName = new SnapshotEntry("orders", key, new byte[1]);

    assertThatThrownBy(() -> store.journal().append(entry(2, 1 << 20)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("entry 2 takes 1048653 bytes, more than the 1048512 that fit");
    assertThatThrownBy(() -> store.journal().append(longKey))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a key of 1025 bytes is longer than 1024");
    assertThatThrownBy(() -> store.snapshots().write(new Snapshot(1, 1, 1, List.of(longName))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a key of 1031 characters, more than 1024");

    fill(store, 2, 3);
    assertThat(store.journal().lastForced()).isEqualTo(2);
  }

  private static void assertFailed(Store store, String operation) {
    Journal journal = store.journal();
    assertThat(journal.health().state()).isEqualTo(JournalHealth.State.FAILED);
    assertThat(journal.health().detail()).contains("a " + operation + " of the journal");
    List<Runnable> attempts = new ArrayList<>();
    attempts.add(() -> journal.append(entry(102, EntryKind.RESERVE, 100)));
    attempts.add(journal::write);
    attempts.add(journal::force);
    for (Runnable attempt : attempts) {
      assertThatThrownBy(attempt::run)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("it takes nothing more");
    }
  }

  /** Appends entries of about 1,000 bytes, each forced, and counts those that were taken. */
  private static long appendUntilRefused(Journal journal, EntryKind kind, long first) {
    for (long sequence = first; ; sequence++) {
      JournalEntry entry = entry(sequence, kind, 1_000);
      try {
        journal.append(entry);
      } catch (StoreException e) {
        assertThat(e).hasMessageContaining("No space left on device");
        return sequence - first;
      }
      journal.write();
      journal.force();
    }
  }

  private static void fill(Store store, long from, long to) {
    for (long sequence = from; sequence < to; sequence++) {
      store.journal().append(entry(sequence));
    }
    store.journal().write();
    store.journal().force();
  }

  private Store open() {
    return new MapDbBackend(disk, name -> new SameThread(), Duration.ZERO).open(spec);
  }
}
