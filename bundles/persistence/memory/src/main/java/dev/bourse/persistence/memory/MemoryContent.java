package dev.bourse.persistence.memory;

import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one directory would hold. Every method is guarded by this object's own lock, which is held
 * for a moment only; that is all the concurrency there is.
 */
final class MemoryContent {
  private final List<JournalEntry> archive = new ArrayList<>();
  private List<JournalEntry> journal = new ArrayList<>();
  private final ArrayDeque<JournalEntry> batch = new ArrayDeque<>();
  private final NavigableMap<Long, byte[]> snapshots = new TreeMap<>();
  private boolean locked;
  private long lastAppended = -1;
  private long lastWritten = -1;
  private long lastTime = Long.MIN_VALUE;
  private long lastForced = -1;

  synchronized boolean lock() {
    boolean free = !locked;
    locked = true;
    return free;
  }

  synchronized void unlock() {
    locked = false;
  }

  synchronized void append(JournalEntry entry) {
    if (lastAppended >= 0 && entry.sequence() != lastAppended + 1) {
      throw new StoreException(
          "entry " + entry.sequence() + " does not follow the last one, " + lastAppended);
    }
    batch.add(entry);
    lastAppended = entry.sequence();
    lastTime = entry.time();
  }

  synchronized void write() {
    journal.addAll(batch);
    batch.clear();
    lastWritten = lastAppended;
  }

  synchronized void force() {
    lastForced = lastWritten;
  }

  synchronized long lastAppended() {
    return lastAppended;
  }

  synchronized long lastWritten() {
    return lastWritten;
  }

  synchronized long lastForced() {
    return lastForced;
  }

  /** The first sequence of the journal proper, -1 if there is none. */
  synchronized long firstJournaled() {
    return journal.isEmpty() ? -1 : journal.get(0).sequence();
  }

  /** The first sequence of archive and journal together, -1 if there is none. */
  synchronized long first() {
    return archive.isEmpty() ? firstJournaled() : archive.get(0).sequence();
  }

  /** Moves forced entries to the archive, then drops what need not be kept there any longer. */
  synchronized void release(long throughSequence, Retention retention) {
    List<JournalEntry> rest = new ArrayList<>();
    for (JournalEntry entry : journal) {
      if (entry.sequence() > Math.min(throughSequence, lastForced)) {
        rest.add(entry);
      } else {
        archive.add(entry);
      }
    }
    journal = rest;
    long newest = lastTime;
    archive.removeIf(entry -> retention.isOver(entry.kind(), entry.time(), newest));
  }

  /** The first journal entry at or after a sequence. */
  synchronized @Nullable JournalEntry nextJournaled(long sequence) {
    int index = (int) Math.max(0, Math.min(sequence - firstJournaled(), journal.size()));
    return index < journal.size() ? journal.get(index) : null;
  }

  /** The first entry of archive and journal at or after a sequence. */
  synchronized @Nullable JournalEntry next(long sequence) {
    int low = 0;
    int high = archive.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (archive.get(middle).sequence() < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < archive.size() ? archive.get(low) : nextJournaled(sequence);
  }

  /** Encoded snapshots by sequence, at most two; guarded by this object's lock. */
  NavigableMap<Long, byte[]> snapshots() {
    return snapshots;
  }
}
