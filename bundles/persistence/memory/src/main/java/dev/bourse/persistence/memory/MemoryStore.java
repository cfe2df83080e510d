package dev.bourse.persistence.memory;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.SnapshotStore;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.api.persistence.TraceArchive;

/** One opening of a {@link MemoryContent}. */
final class MemoryStore implements Store {
  private final MemoryContent content;
  private final MemoryJournal journal;
  private final MemorySnapshots snapshots;
  private boolean closed;

  MemoryStore(StoreSpec spec, MemoryContent content) {
    this.content = content;
    this.journal = new MemoryJournal(spec, content);
    this.snapshots = new MemorySnapshots(spec, content);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public SnapshotStore snapshots() {
    return snapshots;
  }

  @Override
  public TraceArchive archive() {
    return new TraceArchive() {
      @Override
      public JournalCursor read(ArchiveQuery query) {
        return new MemoryCursor(query, content::next);
      }

      @Override
      public long firstSequence() {
        return content.first();
      }
    };
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      journal.close();
      content.unlock();
    }
  }
}
