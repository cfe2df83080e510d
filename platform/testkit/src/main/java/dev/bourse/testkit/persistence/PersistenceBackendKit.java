package dev.bourse.testkit.persistence;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entries;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static dev.bourse.testkit.persistence.TestEntries.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every persistence backend must do: the rules of its journal, its snapshots, its archive and
 * what the archive drops.
 *
 * <p>A backend proves itself with a test class that extends this one and implements two methods:
 * {@link #backend()} and {@link #damageNewestSnapshot(java.nio.file.Path)}.
 */
@Tag("N4")
@Tag("P9")
@Timeout(120)
public abstract class PersistenceBackendKit extends RetentionRules {
  @Test
  void archiveAndJournalAreOneSequenceWhateverWasReleased() {
    try (Store store = backend.open(spec());
        JournalCursor early = store.archive().read(ArchiveQuery.ALL)) {
      append(store, 1, MANY);
      List<JournalEntry> seen = new ArrayList<>();
      seen.add(early.next());

      store.journal().release(MANY / 2);
      append(store, MANY, MANY + 100);
      store.journal().release(MANY);
      store.journal().append(entry(MANY + 100));
      store.journal().write();
      seen.addAll(drain(early));

      assertThat(lines(seen)).isEqualTo(lines(entries(1, MANY + 101)));
      assertThat(store.archive().firstSequence()).isEqualTo(1);
    }
    try (Store store = backend.open(spec())) {
      assertThat(lines(drain(store.archive().read(ArchiveQuery.ALL))))
          .isEqualTo(lines(entries(1, MANY + 101)));
      assertThat(store.journal().opening().lastSequence()).isEqualTo(MANY + 100);
    }
  }

  @Test
  void keepsWhatIsNotReleasedInTheJournal() {
    try (Store store = backend.open(spec())) {
      append(store, 1, MANY);
      store.journal().release(MANY / 2);
    }

    try (Store store = backend.open(spec())) {
      List<JournalEntry> read = drain(store.journal().read(MANY / 2 + 1));

      assertThat(lines(read)).isEqualTo(lines(entries(MANY / 2 + 1, MANY)));
    }
  }

  @Test
  void findsEntriesByKeyTimeAndSequence() {
    try (Store store = backend.open(spec())) {
      append(store, 1, MANY);
      store.journal().release(MANY / 2);
      List<ArchiveQuery> queries =
          List.of(
              ArchiveQuery.about("demo-ema-1-7"),
              ArchiveQuery.about("demo-ema-1-" + (MANY - 50) / 25),
              ArchiveQuery.about("ETH/USD.SIM"),
              ArchiveQuery.about("no-such-order"),
              ArchiveQuery.from(MANY - 20),
              new ArchiveQuery(0, Long.MAX_VALUE, time(300), time(310), ""),
              new ArchiveQuery(0, Long.MAX_VALUE, time(300) + 1, time(310) + 1, ""),
              new ArchiveQuery(0, Long.MAX_VALUE, time(MANY - 9), Long.MAX_VALUE, ""),
              new ArchiveQuery(100, 200, time(150), time(1_000), "BTC/USD.SIM"));

      for (ArchiveQuery query : queries) {
        List<JournalEntry> wanted = entries(1, MANY).stream().filter(query::matches).toList();
        assertThat(lines(drain(store.archive().read(query))))
            .as("%s", query)
            .isEqualTo(lines(wanted));
      }
    }
  }

  @Test
  void readersFollowTheWriter() throws Exception {
    try (Store store = backend.open(spec())) {
      CompletableFuture<List<JournalEntry>> journal =
          CompletableFuture.supplyAsync(() -> follow(store.journal().read(1), MANY));
      CompletableFuture<List<JournalEntry>> archive =
          CompletableFuture.supplyAsync(() -> follow(store.archive().read(ArchiveQuery.ALL), MANY));

      for (long sequence = 1; sequence <= MANY; sequence++) {
        store.journal().append(entry(sequence));
        if (sequence % 100 == 0) {
          store.journal().write();
        }
      }
      store.journal().force();

      assertThat(lines(journal.get(60, TimeUnit.SECONDS))).isEqualTo(lines(entries(1, MANY + 1)));
      assertThat(lines(archive.get(60, TimeUnit.SECONDS))).isEqualTo(lines(entries(1, MANY + 1)));
    }
  }

  @Test
  void anInterruptedReaderDoesNotHurtTheStore() throws Exception {
    try (Store store = backend.open(spec())) {
      append(store, 1, 1_001);

      interruptWhileReading(store);

      append(store, 1_001, 2_001);
      assertThat(store.journal().health()).isEqualTo(JournalHealth.GOOD);
      assertThat(lines(drain(store.journal().read(1)))).isEqualTo(lines(entries(1, 2_001)));
    }
    try (Store store = backend.open(spec())) {
      assertThat(lines(drain(store.journal().read(1)))).isEqualTo(lines(entries(1, 2_001)));
    }
  }

  private static List<JournalEntry> follow(JournalCursor cursor, int count) {
    try (cursor) {
      List<JournalEntry> entries = new ArrayList<>();
      while (entries.size() < count) {
        JournalEntry entry = cursor.next();
        if (entry == null) {
          Thread.onSpinWait();
        } else {
          entries.add(entry);
        }
      }
      return entries;
    }
  }

  /**
   * An interrupted reader may be refused or served; both are fine as long as nobody else notices.
   */
  private static void interruptWhileReading(Store store) throws Exception {
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              Thread.currentThread().interrupt();
              int read = drain(store.journal().read(1)).size();
              read += drain(store.archive().read(ArchiveQuery.ALL)).size();
              Thread.interrupted();
              return read;
            });
    try {
      assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo(2_000);
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(StoreException.class);
    }
  }
}
