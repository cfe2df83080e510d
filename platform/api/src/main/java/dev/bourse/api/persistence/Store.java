package dev.bourse.api.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/** One open store: a journal, its snapshots, its archive. Closed once, by its owner. */
@ConsumerType
public interface Store extends AutoCloseable {
  /** The log of everything that happened. */
  Journal journal();

  /** Compact states to start from. */
  SnapshotStore snapshots();

  /** Old and new journal entries as one sequence, with indexes. */
  TraceArchive archive();

  /**
   * Writes and forces what is pending, then releases the lock. A failed journal is closed without a
   * force.
   */
  @Override
  void close();
}
