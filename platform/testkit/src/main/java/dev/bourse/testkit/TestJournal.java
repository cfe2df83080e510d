package dev.bourse.testkit;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal of a {@link TestStore}: remembers what was appended, written and forced. */
final class TestJournal implements Journal {
  private final List<JournalEntry> entries;
  private final OpeningReport opening;
  private int written;
  private int forced;
  private int forces;
  private boolean failNext;
  private JournalHealth health = JournalHealth.GOOD;

  TestJournal(List<JournalEntry> entries) {
    this.entries = new ArrayList<>(entries);
    this.written = entries.size();
    this.forced = entries.size();
    this.opening =
        new OpeningReport(sequence(Math.min(1, written)), sequence(written), 0, List.of());
  }

  List<JournalEntry> written() {
    return List.copyOf(entries.subList(0, written));
  }

  List<JournalEntry> forced() {
    return List.copyOf(entries.subList(0, forced));
  }

  void failNextForce() {
    failNext = true;
  }

  void fillDisk() {
    health = new JournalHealth(JournalHealth.State.RESERVE, "the disk is full");
  }

  int forces() {
    return forces;
  }

  @Override
  public OpeningReport opening() {
    return opening;
  }

  @Override
  public void append(JournalEntry entry) {
    boolean reserve = health.state() == JournalHealth.State.RESERVE;
    if (health.state() == JournalHealth.State.FAILED
        || (reserve && entry.kind() != EntryKind.RESERVE)) {
      throw new StoreException("entry " + entry.sequence() + " is not taken: " + health.detail());
    }
    if (lastAppended() >= 0 && entry.sequence() != lastAppended() + 1) {
      throw new StoreException("entry " + entry.sequence() + " must be " + (lastAppended() + 1));
    }
    entries.add(entry);
  }

  @Override
  public void write() {
    written = entries.size();
  }

  @Override
  public void force() {
    forces++;
    if (failNext) {
      health = new JournalHealth(JournalHealth.State.FAILED, "a force failed");
    }
    if (health.state() == JournalHealth.State.FAILED) {
      throw new StoreException("the journal cannot be made durable: " + health.detail());
    }
    forced = written;
  }

  @Override
  public long lastAppended() {
    return sequence(entries.size());
  }

  @Override
  public long lastWritten() {
    return sequence(written);
  }

  @Override
  public long lastForced() {
    return sequence(forced);
  }

  @Override
  public JournalHealth health() {
    return health;
  }

  @Override
  public JournalCursor read(long fromSequence) {
    return new Cursor(fromSequence);
  }

  @Override
  public void release(long throughSequence) {
    // Nothing is archived here: all entries stay readable.
  }

  private long sequence(int count) {
    return count == 0 ? -1 : entries.get(count - 1).sequence();
  }

  private final class Cursor implements JournalCursor {
    private final long from;
    private int next;

    Cursor(long from) {
      this.from = from;
    }

    @Override
    public @Nullable JournalEntry next() {
      while (next < written) {
        JournalEntry entry = entries.get(next++);
        if (entry.sequence() >= from) {
          return entry;
        }
      }
      return null;
    }

    @Override
    public void close() {
      // Holds nothing open.
    }
  }
}
