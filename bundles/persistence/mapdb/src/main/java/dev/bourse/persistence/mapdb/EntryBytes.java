package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** A journal entry as bytes, without its sequence: what the rows of a sealed segment hold. */
final class EntryBytes {
  private EntryBytes() {}

  static byte[] encode(JournalEntry entry) {
    StateWriter out = new StateWriter();
    out.putByte(Frame.code(entry.kind())).putInt(entry.schema()).putLong(entry.time());
    out.putInt(entry.keys().size());
    entry.keys().forEach(out::putText);
    out.putBytes(entry.payload());
    return out.toBytes();
  }

  static JournalEntry decode(long sequence, byte[] bytes) {
    StateReader in = new StateReader(bytes);
    byte kind = in.getByte();
    int schema = in.getInt();
    long time = in.getLong();
    int count = in.getInt();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(in.getText());
    }
    return new JournalEntry(
        sequence, time, Frame.kind(kind), schema, List.copyOf(keys), in.getBytes());
  }
}
