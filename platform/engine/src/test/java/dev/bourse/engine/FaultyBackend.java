package dev.bourse.engine;

import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.persistence.SnapshotStore;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.api.persistence.TraceArchive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A backend whose disk fails or waits when the test says so. */
public final class FaultyBackend implements PersistenceBackend {
  private final Map<String, Integer> generations = new ConcurrentHashMap<>();
  private final PersistenceBackend backend;
  private volatile String forceFailure = "";
  private volatile String openFailure = "";
  private volatile long forced = -1;
  private volatile List<String> damage = List.of();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile JournalHealth health = JournalHealth.GOOD;

  public FaultyBackend(PersistenceBackend backend) {
    this.backend = backend;
  }

  public void failForce(String reason) {
    forceFailure = reason;
  }

  public void failOpen(String reason) {
    openFailure = reason;
  }

  public void damage(String sentence) {
    damage = List.of(sentence);
  }

  public void health(JournalHealth next) {
    health = next;
  }

  /**
   * The store of the given name is empty when it is opened next, as if its folder had been deleted.
   */
  public void forget(String store) {
    generations.merge(store, 1, Integer::sum);
  }

  /** The last sequence that was forced by any journal of this backend. */
  public long forced() {
    return forced;
  }

  /** Forces wait until the returned latch is counted down. */
  public CountDownLatch holdForce() {
    gate = new CountDownLatch(1);
    return gate;
  }

  @Override
  public Store open(StoreSpec spec) {
    if (!openFailure.isEmpty()) {
      throw new StoreException(openFailure);
    }
    int generation = generations.getOrDefault(spec.name(), 0);
    StoreSpec present =
        new StoreSpec(
            spec.name(),
            spec.directory().resolve(String.valueOf(generation)),
            spec.segmentBytes(),
            spec.reserveBytes(),
            spec.retention());
    Store store = backend.open(present);
    Journal journal = new FaultyJournal(store.journal());
    return new Store() {
      @Override
      public Journal journal() {
        return journal;
      }

      @Override
      public SnapshotStore snapshots() {
        return store.snapshots();
      }

      @Override
      public TraceArchive archive() {
        return store.archive();
      }

      @Override
      public void close() {
        store.close();
      }
    };
  }

  private final class FaultyJournal implements Journal {
    private final Journal journal;

    FaultyJournal(Journal journal) {
      this.journal = journal;
    }

    @Override
    public OpeningReport opening() {
      OpeningReport report = journal.opening();
      return new OpeningReport(
          report.firstSequence(), report.lastSequence(), report.cutTail(), damage);
    }

    @Override
    public void append(JournalEntry entry) {
      journal.append(entry);
    }

    @Override
    public void write() {
      journal.write();
    }

    @Override
    public void force() {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("the writer was interrupted", e);
      }
      if (!forceFailure.isEmpty()) {
        throw new StoreException(forceFailure);
      }
      journal.force();
      forced = journal.lastForced();
    }

    @Override
    public long lastAppended() {
      return journal.lastAppended();
    }

    @Override
    public long lastWritten() {
      return journal.lastWritten();
    }

    @Override
    public long lastForced() {
      return journal.lastForced();
    }

    @Override
    public JournalHealth health() {
      return health;
    }

    @Override
    public JournalCursor read(long fromSequence) {
      return journal.read(fromSequence);
    }

    @Override
    public void release(long throughSequence) {
      journal.release(throughSequence);
    }
  }
}
