package dev.bourse.testkit.persistence;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entries;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static dev.bourse.testkit.persistence.TestEntries.snapshot;
import static dev.bourse.testkit.persistence.TestEntries.text;
import static dev.bourse.testkit.persistence.TestEntries.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every snapshot store must do. */
abstract class SnapshotRules extends JournalRules {
  @Test
  void refusesASnapshotAheadOfTheForcedJournal() {
    try (Store store = backend.open(spec())) {
      append(store, 1, 11);
      store.journal().append(entry(11));
      store.journal().write();

      assertThatThrownBy(() -> store.snapshots().write(snapshot(11, 3)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("11")
          .hasMessageContaining("10");
      assertThat(store.snapshots().newest()).isEmpty();

      store.journal().force();
      store.snapshots().write(snapshot(11, 3));
      assertThat(store.snapshots().newest().map(TestEntries::text)).contains(text(snapshot(11, 3)));
    }
  }

  @Test
  void refusesAnUnsortedSnapshotAndKeepsTheOneBefore() {
    try (Store store = backend.open(spec())) {
      append(store, 1, 11);
      store.snapshots().write(snapshot(5, 3));
      SnapshotEntry first = new SnapshotEntry("orders", "b", new byte[1]);
      SnapshotEntry second = new SnapshotEntry("orders", "a", new byte[1]);

      assertThatThrownBy(
              () -> store.snapshots().write(new Snapshot(6, 6, 1, List.of(first, second))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("orders/a");
      assertThatThrownBy(
              () -> store.snapshots().write(new Snapshot(6, 6, 1, List.of(first, first))))
          .isInstanceOf(StoreException.class);

      assertThat(store.snapshots().newest().map(TestEntries::text)).contains(text(snapshot(5, 3)));
    }
  }

  @Test
  void keepsTwoGenerationsOfSnapshots() {
    try (Store store = backend.open(spec())) {
      append(store, 1, 101);

      List.of(10L, 20L, 30L, 40L).forEach(n -> store.snapshots().write(snapshot(n, 100)));

      assertThat(store.snapshots().sequences()).containsExactly(30L, 40L);
    }
  }

  @Test
  void takesLargeAndEmptySnapshots() {
    byte[] large = new byte[3_000_000];
    large[2_999_999] = 7;
    Snapshot first =
        new Snapshot(5, time(5), 9, List.of(new SnapshotEntry("plug-ins", "ema", large)));
    Snapshot second = new Snapshot(6, time(6), 9, List.of());
    try (Store store = backend.open(spec())) {
      append(store, 1, 11);
      store.snapshots().write(first);

      assertThat(store.snapshots().newest().map(TestEntries::text)).contains(text(first));
      store.snapshots().write(second);
    }

    try (Store store = backend.open(spec())) {
      assertThat(store.snapshots().newest().map(TestEntries::text)).contains(text(second));
      assertThat(store.snapshots().sequences()).containsExactly(5L, 6L);
    }
  }

  @Test
  void fallsBackToTheOlderSnapshotIfTheNewestIsDamaged() throws Exception {
    try (Store store = backend.open(spec())) {
      append(store, 1, 101);
      store.snapshots().write(snapshot(40, 200));
      store.snapshots().write(snapshot(50, 200));
    }
    damageNewestSnapshot(spec().directory());

    try (Store store = backend.open(spec())) {
      assertThat(store.snapshots().newest().map(TestEntries::text))
          .contains(text(snapshot(40, 200)));
      assertThat(store.snapshots().sequences()).containsExactly(40L);
      assertThat(store.snapshots().damage()).hasSize(1).first().asString().contains("50");
      assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(entries(1, 101)));
    }
  }

  @Test
  void givesEntriesAndSnapshotsBackWithTheSchemaTheyWereWrittenWith() {
    JournalEntry before = new JournalEntry(1, 1, EntryKind.TRADE, 1, List.of(), new byte[] {1});
    JournalEntry now = new JournalEntry(2, 2, EntryKind.TRADE, 2, List.of(), new byte[] {2, 2});
    try (Store store = backend.open(spec())) {
      store.journal().append(before);
      store.journal().write();
      store.journal().force();
      store.snapshots().write(new Snapshot(1, 1, 1, List.of()));
    }

    try (Store store = backend.open(spec())) {
      store.journal().append(now);
      store.journal().write();

      assertThat(store.snapshots().newest()).contains(new Snapshot(1, 1, 1, List.of()));
      assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(List.of(before, now)));
    }
  }
}
