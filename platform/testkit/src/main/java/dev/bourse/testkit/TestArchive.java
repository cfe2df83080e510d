package dev.bourse.testkit;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.TraceArchive;
import org.jspecify.annotations.Nullable;

/** The archive of a {@link TestStore}: its journal, filtered. */
record TestArchive(TestJournal journal) implements TraceArchive {
  @Override
  public JournalCursor read(ArchiveQuery query) {
    JournalCursor all = journal.read(query.fromSequence());
    return new JournalCursor() {
      @Override
      public @Nullable JournalEntry next() {
        JournalEntry entry = all.next();
        while (entry != null && !query.matches(entry)) {
          entry = all.next();
        }
        return entry;
      }

      @Override
      public void close() {
        all.close();
      }
    };
  }

  @Override
  public long firstSequence() {
    return journal.opening().firstSequence();
  }
}
