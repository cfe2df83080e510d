package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sealed segment: by key through the index of keys, else row by row from the first entry
 * that can be in the wanted range of sequences and times.
 */
final class SealedReader implements PieceReader {
  private final Table table;
  private final NavigableMap<byte[], byte[]> rows;
  private final ArchiveQuery query;
  private final @Nullable Iterator<byte[]> keys;
  private final Iterator<Map.Entry<byte[], byte[]>> parts;
  private Map.@Nullable Entry<byte[], byte[]> pending;

  SealedReader(Table table, ArchiveQuery query) {
    this.table = table;
    this.rows = table.rows();
    this.query = query;
    if (query.key().isEmpty()) {
      keys = null;
    } else {
      byte[] prefix = SealedRows.keyPrefix(query.key());
      keys =
          rows.subMap(
                  SealedRows.key(prefix, query.fromSequence()),
                  true,
                  SealedRows.key(prefix, Long.MAX_VALUE),
                  true)
              .keySet()
              .iterator();
    }
    parts = entriesFrom(firstCandidate());
    pending = parts.hasNext() ? parts.next() : null;
  }

  @Override
  public @Nullable JournalEntry next() {
    JournalEntry entry = keys == null ? nextRow() : nextOf(keys);
    while (entry != null && !query.matches(entry)) {
      entry = keys == null ? nextRow() : nextOf(keys);
    }
    return entry;
  }

  private @Nullable JournalEntry nextOf(Iterator<byte[]> wanted) {
    if (!wanted.hasNext()) {
      return null;
    }
    long sequence = SealedRows.lastSequence(wanted.next());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = rows.get(SealedRows.entry(sequence, 0));
    for (int i = 1; part != null; i++) {
      bytes.writeBytes(part);
      part = rows.get(SealedRows.entry(sequence, i));
    }
    return EntryBytes.decode(sequence, bytes.toByteArray());
  }

  private @Nullable JournalEntry nextRow() {
    if (pending == null) {
      return null;
    }
    long sequence = SealedRows.entrySequence(pending.getKey());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (pending != null && SealedRows.entrySequence(pending.getKey()) == sequence) {
      bytes.writeBytes(pending.getValue());
      pending = parts.hasNext() ? parts.next() : null;
    }
    return EntryBytes.decode(sequence, bytes.toByteArray());
  }

  private Iterator<Map.Entry<byte[], byte[]>> entriesFrom(long sequence) {
    return rows.subMap(
            SealedRows.entry(sequence, 0),
            true,
            SealedRows.entry(Long.MAX_VALUE, Integer.MAX_VALUE),
            true)
        .entrySet()
        .iterator();
  }

  private long firstCandidate() {
    byte[] before = rows.lowerKey(SealedRows.time(query.fromTime(), 0));
    return before != null && before[0] == SealedRows.TIME
        ? Math.max(query.fromSequence(), SealedRows.lastSequence(before))
        : query.fromSequence();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
