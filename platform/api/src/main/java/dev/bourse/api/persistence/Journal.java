package dev.bourse.api.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An append-only log of entries with rising sequence numbers.
 *
 * <p>{@code append}, {@code write} and {@code force} belong to one thread, never interrupted.
 * Everything else may be called from any thread. What was written survives the death of the
 * process; what was forced survives a power cut. After a failed force nothing more goes in: {@link
 * #health()} is {@code FAILED} and every append throws.
 */
@ConsumerType
public interface Journal {
  /** What was found and done when this store was opened. */
  OpeningReport opening();

  /**
   * Adds an entry to the current batch. Its sequence must be the last one plus one (the first may
   * be any). Throws {@link StoreException} if the journal failed or the entry does not fit what
   * space is left for its class.
   */
  void append(JournalEntry entry);

  /** Hands the batch to the operating system. */
  void write();

  /**
   * Makes everything written durable. Throws {@link StoreException} if that failed, once and for
   * all.
   */
  void force();

  /** The last sequence appended, or -1. */
  long lastAppended();

  /** The last sequence handed to the operating system, or -1. */
  long lastWritten();

  /** The last sequence proven durable, or -1. */
  long lastForced();

  /** What the journal can still take. */
  JournalHealth health();

  /**
   * Reads from the given sequence to the last written one at the time of each call. Needs its own
   * close.
   */
  JournalCursor read(long fromSequence);

  /**
   * Says that entries up to this sequence are covered by two good snapshots and may be archived.
   */
  void release(long throughSequence);
}
