/**
 * Journal, snapshots and trace in files: an own journal of preallocated segments for what must not
 * be lost, MapDB for what never changes again.
 *
 * <p>Implements {@link dev.bourse.api.persistence.PersistenceBackend}; the engine calls it. Three
 * kinds of threads meet here: the one writer of a journal, one background thread per store that
 * prepares segments and seals old ones, and any number of readers, each with files of its own. All
 * of them reach the disk through {@link dev.bourse.persistence.mapdb.Disk}, so that tests can make
 * it fail.
 *
 * <p>Where to start: {@link dev.bourse.persistence.mapdb.Frame} is the format, {@link
 * dev.bourse.persistence.mapdb.MapDbJournal} the writer, {@link
 * dev.bourse.persistence.mapdb.JournalRecovery} what happens after a crash, {@link
 * dev.bourse.persistence.mapdb.Pieces} what readers see.
 */
@NullMarked
package dev.bourse.persistence.mapdb;

import org.jspecify.annotations.NullMarked;
