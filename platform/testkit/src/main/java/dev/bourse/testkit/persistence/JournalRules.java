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

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal must do. */
abstract class JournalRules extends StoreFixture {
  @Test
  void startsEmpty() {
    try (Store store = backend.open(spec())) {
      Journal journal = store.journal();

      assertThat(journal.opening().firstSequence()).isEqualTo(-1);
      assertThat(journal.opening().lastSequence()).isEqualTo(-1);
      assertThat(journal.opening().damage()).isEmpty();
      assertThat(journal.lastAppended()).isEqualTo(-1);
      assertThat(journal.lastForced()).isEqualTo(-1);
      assertThat(journal.health()).isEqualTo(JournalHealth.GOOD);
      assertThat(drain(journal.read(0))).isEmpty();
      assertThat(store.snapshots().newest()).isEmpty();
      assertThat(store.archive().firstSequence()).isEqualTo(-1);
      assertThat(drain(store.archive().read(ArchiveQuery.ALL))).isEmpty();
    }
  }

  @Test
  void readsEntriesInTheOrderOfTheirAppending() {
    try (Store store = backend.open(spec())) {
      append(store, 1, 1_001);

      List<JournalEntry> read = drain(store.journal().read(1));

      assertThat(lines(read)).isEqualTo(lines(entries(1, 1_001)));
    }
  }

  @Test
  void readsFromTheGivenSequence() {
    try (Store store = backend.open(spec())) {
      append(store, 1, MANY);

      List<JournalEntry> read = drain(store.journal().read(MANY - 10));

      assertThat(lines(read)).isEqualTo(lines(entries(MANY - 10, MANY)));
    }
  }

  @Test
  void refusesAnEntryThatDoesNotFollowTheLastOne() {
    try (Store store = backend.open(spec())) {
      append(store, 7, 8);

      assertThatThrownBy(() -> store.journal().append(entry(9)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("9")
          .hasMessageContaining("7");
      assertThatThrownBy(() -> store.journal().append(entry(7))).isInstanceOf(StoreException.class);

      store.journal().append(entry(8));
      store.journal().write();

      assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(entries(7, 9)));
    }
  }

  @Test
  void showsABatchOnceItIsWrittenAndProvesItOnceItIsForced() {
    try (Store store = backend.open(spec())) {
      Journal journal = store.journal();
      entries(1, 4).forEach(journal::append);

      assertThat(positions(journal)).isEqualTo(positions(3, -1, -1));
      assertThat(drain(journal.read(1))).isEmpty();

      journal.write();
      assertThat(positions(journal)).isEqualTo(positions(3, 3, -1));
      assertThat(lines(drain(journal.read(1)))).isEqualTo(lines(entries(1, 4)));

      journal.append(entry(4));
      journal.force();
      assertThat(positions(journal)).isEqualTo(positions(4, 3, 3));
    }
  }

  @Test
  void oneForceProvesAllBatchesBeforeIt() {
    try (Store store = backend.open(spec())) {
      Journal journal = store.journal();
      for (long sequence = 1; sequence <= 50; sequence++) {
        journal.append(entry(sequence));
        journal.write();
      }

      journal.force();

      assertThat(positions(journal)).isEqualTo(positions(50, 50, 50));
    }
  }

  @Test
  void isAfterReopeningWhatItWasBefore() {
    try (Store store = backend.open(spec())) {
      append(store, 5, MANY);
      store.snapshots().write(snapshot(100, 20));
      store.journal().append(entry(MANY));
    }

    try (Store store = backend.open(spec())) {
      assertThat(store.journal().opening().firstSequence()).isEqualTo(5);
      assertThat(store.journal().opening().lastSequence()).isEqualTo(MANY);
      assertThat(store.journal().opening().cutTail()).isZero();
      assertThat(store.journal().opening().damage()).isEmpty();
      assertThat(positions(store.journal())).isEqualTo(positions(MANY, MANY, MANY));
      assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(entries(5, MANY + 1)));
      assertThat(store.snapshots().newest().map(TestEntries::text))
          .contains(text(snapshot(100, 20)));
    }
  }

  @Test
  void goesOnAfterReopeningWithTheNextSequence() {
    for (long from = 1; from < 100; from += 10) {
      try (Store store = backend.open(spec())) {
        append(store, from, from + 10);
      }
    }

    try (Store store = backend.open(spec())) {
      List<JournalEntry> read = drain(store.journal().read(0));

      assertThat(lines(read)).isEqualTo(lines(entries(1, 101)));
    }
  }

  @Test
  void keepsStoresApart() {
    StoreSpec other = StoreSpec.of("other", directory.resolve("other"));
    try (Store first = backend.open(spec());
        Store second = backend.open(other)) {
      append(first, 1, 11);
      append(second, 500, 521);

      List<JournalEntry> read = drain(second.journal().read(0));

      assertThat(lines(read)).isEqualTo(lines(entries(500, 521)));
    }
  }

  @Test
  void takesEmptyAndLargePayloads() {
    JournalEntry empty =
        new JournalEntry(1, time(1), EntryKind.TRADE, Integer.MAX_VALUE, List.of(), new byte[0]);
    JournalEntry strange =
        new JournalEntry(2, time(2), EntryKind.RESERVE, 0, List.of("", "ключ", "鍵"), new byte[1]);
    JournalEntry large = entry(3, 700_000);
    JournalEntry alsoLarge = entry(4, 700_000);
    try (Store store = backend.open(spec())) {
      List.of(empty, strange, large, alsoLarge).forEach(store.journal()::append);
    }

    try (Store store = backend.open(spec())) {
      List<JournalEntry> read = drain(store.journal().read(0));

      assertThat(lines(read)).isEqualTo(lines(List.of(empty, strange, large, alsoLarge)));
    }
  }

  @Test
  void refusesASecondOpenerWithASentence() {
    try (Store store = backend.open(spec())) {
      append(store, 1, 11);

      assertThatThrownBy(() -> backend.open(spec()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("demo")
          .hasMessageContaining("already open");

      append(store, 11, 21);
      assertThat(lines(drain(store.journal().read(1)))).isEqualTo(lines(entries(1, 21)));
    }
  }

  @Test
  void takesNothingOnceItIsClosed() {
    Store store = backend.open(spec());
    append(store, 1, 11);
    store.close();
    store.close();

    assertThatThrownBy(() -> store.journal().append(entry(11)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  private static List<Long> positions(Journal journal) {
    return List.of(journal.lastAppended(), journal.lastWritten(), journal.lastForced());
  }

  private static List<Long> positions(long appended, long written, long forced) {
    return List.of(appended, written, forced);
  }
}
