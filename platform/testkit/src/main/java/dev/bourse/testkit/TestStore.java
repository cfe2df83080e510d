package dev.bourse.testkit;

import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotStore;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.TraceArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store in memory that can be lost as real ones are: what a killed process leaves is what was
 * written, what a power cut leaves is what was forced. Not thread-safe.
 */
public final class TestStore implements Store {
  private final TestJournal journal;
  private final List<Snapshot> snapshots;

  /** An empty store. */
  public TestStore() {
    this(List.of(), List.of());
  }

  private TestStore(List<JournalEntry> entries, List<Snapshot> snapshots) {
    this.journal = new TestJournal(entries);
    this.snapshots = new ArrayList<>(snapshots);
  }

  /** What another process finds after this one was killed. */
  public TestStore afterKill() {
    return new TestStore(journal.written(), snapshots);
  }

  /** What is found after a power cut. */
  public TestStore afterPowerCut() {
    return new TestStore(journal.forced(), snapshots);
  }

  /** Lets the next force fail. */
  public void failNextForce() {
    journal.failNextForce();
  }

  /** Says that the disk is full but for the reserve. */
  public void fillDisk() {
    journal.fillDisk();
  }

  /** How often the journal was forced. */
  public int forces() {
    return journal.forces();
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public SnapshotStore snapshots() {
    return new Snapshots();
  }

  @Override
  public TraceArchive archive() {
    return new TestArchive(journal);
  }

  @Override
  public void close() {
    journal.write();
  }

  private final class Snapshots implements SnapshotStore {
    @Override
    public void write(Snapshot snapshot) {
      if (journal.lastForced() < snapshot.sequence()) {
        throw new StoreException(
            "snapshot "
                + snapshot.sequence()
                + " is ahead of the forced journal, "
                + journal.lastForced());
      }
      snapshots.add(snapshot);
      if (snapshots.size() > 2) {
        snapshots.remove(0);
      }
    }

    @Override
    public Optional<Snapshot> newest() {
      return snapshots.isEmpty()
          ? Optional.empty()
          : Optional.of(snapshots.get(snapshots.size() - 1));
    }

    @Override
    public List<Long> sequences() {
      return snapshots.stream().map(Snapshot::sequence).toList();
    }

    @Override
    public List<String> damage() {
      return List.of();
    }
  }
}
