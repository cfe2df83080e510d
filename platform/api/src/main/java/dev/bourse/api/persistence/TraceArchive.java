package dev.bourse.api.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sealed segments and the open journal as one sequence, what is not forced yet included. Any
 * thread.
 */
@ConsumerType
public interface TraceArchive {
  /** Entries that match, in order. Needs its own close. */
  JournalCursor read(ArchiveQuery query);

  /** The first sequence that can still be read, -1 if empty. */
  long firstSequence();
}
