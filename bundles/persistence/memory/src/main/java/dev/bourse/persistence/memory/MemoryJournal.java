package dev.bourse.persistence.memory;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.util.List;

/** A journal that always succeeds until it is closed. */
final class MemoryJournal implements Journal {
  private final StoreSpec spec;
  private final MemoryContent content;
  private final OpeningReport opening;
  private volatile boolean closed;

  MemoryJournal(StoreSpec spec, MemoryContent content) {
    this.spec = spec;
    this.content = content;
    this.opening = new OpeningReport(content.firstJournaled(), content.lastWritten(), 0, List.of());
  }

  @Override
  public OpeningReport opening() {
    return opening;
  }

  @Override
  public void append(JournalEntry entry) {
    requireOpen();
    content.append(entry);
  }

  @Override
  public void write() {
    requireOpen();
    content.write();
  }

  @Override
  public void force() {
    requireOpen();
    content.force();
  }

  @Override
  public long lastAppended() {
    return content.lastAppended();
  }

  @Override
  public long lastWritten() {
    return content.lastWritten();
  }

  @Override
  public long lastForced() {
    return content.lastForced();
  }

  @Override
  public JournalHealth health() {
    return JournalHealth.GOOD;
  }

  @Override
  public JournalCursor read(long fromSequence) {
    return new MemoryCursor(ArchiveQuery.from(fromSequence), content::nextJournaled);
  }

  @Override
  public void release(long throughSequence) {
    content.release(throughSequence, spec.retention());
  }

  void close() {
    content.write();
    content.force();
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(
          "store " + spec.name() + " in " + spec.directory() + " is closed; open it again");
    }
  }
}
