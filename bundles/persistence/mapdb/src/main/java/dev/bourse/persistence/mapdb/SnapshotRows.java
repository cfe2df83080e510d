package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A snapshot as rows of a table.
 *
 * <p>The first row tells version, sequence, time and schema. The others are sorted by section and
 * key as {@link String#compareTo} sorts them: their keys hold both as UTF-16, with 0 as the end of
 * each and 1 as an escape for 0 and 1, and the number of the part, because a value has at most
 * {@value #PART} bytes.
 */
final class SnapshotRows {
  private static final int FORMAT = 1;
  private static final int PART = 1 << 14;
  private static final byte META = 0;
  private static final byte ENTRY = 1;

  private SnapshotRows() {}

  static void write(Snapshot snapshot, Table.Sink sink) {
    StateWriter meta = new StateWriter().putInt(FORMAT).putLong(snapshot.sequence());
    meta.putLong(snapshot.time()).putInt(snapshot.schema()).putInt(snapshot.entries().size());
    sink.put(new byte[] {META}, meta.toBytes());
    for (SnapshotEntry entry : snapshot.entries()) {
      byte[] bytes = entry.bytes();
      int parts = Math.max(1, (bytes.length + PART - 1) / PART);
      for (int part = 0; part < parts; part++) {
        int from = part * PART;
        sink.put(
            key(entry, part), Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)));
      }
    }
  }

  static Snapshot read(Map<byte[], byte[]> rows) {
    List<SnapshotEntry> entries = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateReader meta = new StateReader(new byte[0]);
    byte[] last = new byte[0];
    for (Map.Entry<byte[], byte[]> row : rows.entrySet()) {
      if (row.getKey()[0] == META) {
        meta = new StateReader(row.getValue());
        continue;
      }
      if (part(row.getKey()) == 0 && last.length > 0) {
        entries.add(entry(last, bytes.toByteArray()));
        bytes.reset();
      }
      bytes.writeBytes(row.getValue());
      last = row.getKey();
    }
    if (last.length > 0) {
      entries.add(entry(last, bytes.toByteArray()));
    }
    return snapshot(meta, entries);
  }

  private static Snapshot snapshot(StateReader meta, List<SnapshotEntry> entries) {
    int format = meta.getInt();
    if (format > FORMAT) {
      throw new IllegalArgumentException(
          "it was written by a newer version of Bourse, format " + format);
    }
    Snapshot snapshot = new Snapshot(meta.getLong(), meta.getLong(), meta.getInt(), entries);
    int count = meta.getInt();
    if (count != entries.size()) {
      throw new IllegalArgumentException(
          "it should have " + count + " entries and has " + entries.size());
    }
    return snapshot;
  }

  private static byte[] key(SnapshotEntry entry, int part) {
    int length = 2 * (entry.section().length() + entry.key().length());
    ByteBuffer out = ByteBuffer.allocate(1 + 2 * length + 4 + Integer.BYTES);
    out.put(ENTRY);
    putText(out, entry.section());
    putText(out, entry.key());
    return Arrays.copyOf(out.putInt(part).array(), out.position());
  }

  private static void putText(ByteBuffer out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= 1) {
        out.putChar((char) 1);
        c++;
      }
      out.putChar(c);
    }
    out.putChar((char) 0);
  }

  private static SnapshotEntry entry(byte[] key, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(key).position(1);
    return new SnapshotEntry(getText(in), getText(in), bytes);
  }

  private static String getText(ByteBuffer in) {
    StringBuilder text = new StringBuilder();
    for (char c = in.getChar(); c != 0; c = in.getChar()) {
      text.append(c == 1 ? (char) (in.getChar() - 1) : c);
    }
    return text.toString();
  }

  private static int part(byte[] key) {
    return ByteBuffer.wrap(key).getInt(key.length - Integer.BYTES);
  }
}
