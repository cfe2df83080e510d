package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.SnapshotStore;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.TraceArchive;
import java.io.Closeable;
import java.io.IOException;

/** One open directory. */
final class MapDbStore implements Store, TraceArchive {
  private final MapDbJournal journal;
  private final MapDbSnapshots snapshots;
  private final Pieces pieces;
  private final Chores chores;
  private final Closeable lock;
  private boolean closed;

  MapDbStore(
      MapDbJournal journal,
      MapDbSnapshots snapshots,
      Pieces pieces,
      Chores chores,
      Closeable lock) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.pieces = pieces;
    this.chores = chores;
    this.lock = lock;
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
    return this;
  }

  @Override
  public JournalCursor read(ArchiveQuery query) {
    return new PieceCursor(pieces, query);
  }

  @Override
  public long firstSequence() {
    Pieces.Generation generation = pieces.acquire();
    try {
      return generation.list().stream()
          .mapToLong(Piece::first)
          .filter(s -> s >= 0)
          .findFirst()
          .orElse(-1);
    } finally {
      generation.release();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock;
        chores) {
      journal.close();
    } catch (IOException e) {
      throw new StoreException(
          "store %s was closed, but not in order: %s; what was not forced may be lost in a power cut"
              .formatted(journal.name(), e.getMessage()),
          e);
    }
  }
}
