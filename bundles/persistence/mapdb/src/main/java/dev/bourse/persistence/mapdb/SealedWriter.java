package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a sealed segment of a raw one, or of a sealed one without its market data, reading it
 * twice: what is in it, then its entries.
 */
final class SealedWriter {
  private static final int TIME_STEP = 64;
  private final Piece source;
  private final int number;
  private final boolean keepMarket;
  private final NavigableMap<byte[], Sequences> keys = new TreeMap<>(Arrays::compareUnsigned);
  private final NavigableMap<byte[], byte[]> times = new TreeMap<>(Arrays::compareUnsigned);
  private long minTime = Long.MAX_VALUE;
  private long maxTime = Long.MIN_VALUE;
  private long count;
  private long decisions;
  private long skipped;
  private long dropped;

  SealedWriter(Piece source, int number, boolean keepMarket) {
    this.source = source;
    this.number = number;
    this.keepMarket = keepMarket;
  }

  /** Writes and forces the file; the result is the name that it should have. */
  SealedName write(Disk disk, Path path) throws IOException {
    try (PieceReader entries = source.open(ArchiveQuery.ALL)) {
      for (JournalEntry entry = next(entries); entry != null; entry = next(entries)) {
        index(entry);
      }
    }
    dropped = skipped;
    int checksum;
    try (PieceReader entries = source.open(ArchiveQuery.ALL)) {
      checksum = Table.write(disk, path, Table.Cut.COARSE, sink -> fill(sink, entries));
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
    boolean market = count > decisions;
    return new SealedName(
        number, source.first(), source.last(), minTime, maxTime, checksum, market);
  }

  /** How many market entries were left out. */
  long dropped() {
    return dropped;
  }

  private void index(JournalEntry entry) {
    if (count > 0 && count % TIME_STEP == 0) {
      times.put(SealedRows.time(maxTime, entry.sequence()), new byte[0]);
    }
    count++;
    decisions += entry.kind() == EntryKind.MARKET ? 0 : 1;
    minTime = Math.min(minTime, entry.time());
    maxTime = Math.max(maxTime, entry.time());
    for (String key : new HashSet<>(entry.keys())) {
      keys.computeIfAbsent(SealedRows.keyPrefix(key), prefix -> new Sequences())
          .add(entry.sequence());
    }
  }

  private void fill(Table.Sink sink, PieceReader entries) {
    sink.put(
        SealedRows.meta(), new StateWriter().putInt(SealedRows.FORMAT).putLong(count).toBytes());
    try {
      for (JournalEntry entry = next(entries); entry != null; entry = next(entries)) {
        put(sink, entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    times.forEach(sink::put);
    for (Map.Entry<byte[], Sequences> key : keys.entrySet()) {
      Sequences sequences = key.getValue();
      for (int i = 0; i < sequences.size(); i++) {
        sink.put(SealedRows.key(key.getKey(), sequences.get(i)), new byte[0]);
      }
    }
  }

  private static void put(Table.Sink sink, JournalEntry entry) {
    byte[] bytes = EntryBytes.encode(entry);
    int part = 0;
    for (int from = 0; from < bytes.length; from += SealedRows.PART) {
      int to = Math.min(bytes.length, from + SealedRows.PART);
      sink.put(SealedRows.entry(entry.sequence(), part++), Arrays.copyOfRange(bytes, from, to));
    }
  }

  private @Nullable JournalEntry next(PieceReader entries) throws IOException {
    JournalEntry entry = entries.next();
    while (entry != null && !keepMarket && entry.kind() == EntryKind.MARKET) {
      skipped++;
      entry = entries.next();
    }
    return entry;
  }

  /** Rising numbers, without a box each. */
  private static final class Sequences {
    private long[] values = new long[4];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    long get(int index) {
      return values[index];
    }
  }
}
