package dev.bourse.persistence.memory;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Walks from sequence to sequence; keeps nothing open. */
final class MemoryCursor implements JournalCursor {
  private final ArchiveQuery query;
  private final LongFunction<@Nullable JournalEntry> source;
  private long position;

  MemoryCursor(ArchiveQuery query, LongFunction<@Nullable JournalEntry> source) {
    this.query = query;
    this.source = source;
    this.position = query.fromSequence();
  }

  @Override
  public @Nullable JournalEntry next() {
    JournalEntry entry = source.apply(position);
    while (entry != null && entry.sequence() < query.toSequence()) {
      position = entry.sequence() + 1;
      if (query.matches(entry)) {
        return entry;
      }
      entry = source.apply(position);
    }
    return null;
  }

  @Override
  public void close() {}
}
