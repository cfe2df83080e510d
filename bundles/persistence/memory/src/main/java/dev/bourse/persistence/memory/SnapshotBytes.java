package dev.bourse.persistence.memory;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A snapshot as bytes with a checksum in front, so that nothing is shared with the writer. */
final class SnapshotBytes {
  private SnapshotBytes() {}

  static byte[] encode(Snapshot snapshot) {
    StateWriter out = new StateWriter();
    out.putLong(snapshot.sequence()).putLong(snapshot.time()).putInt(snapshot.schema());
    out.putInt(snapshot.entries().size());
    for (SnapshotEntry entry : snapshot.entries()) {
      out.putText(entry.section()).putText(entry.key()).putBytes(entry.bytes());
    }
    byte[] body = out.toBytes();
    return new StateWriter().putLong(checksum(body)).putBytes(body).toBytes();
  }

  /** The snapshot, or nothing if the bytes are damaged. */
  static Optional<Snapshot> decode(byte[] bytes) {
    try {
      StateReader outer = new StateReader(bytes);
      long checksum = outer.getLong();
      byte[] body = outer.getBytes();
      return checksum == checksum(body)
          ? Optional.of(read(new StateReader(body)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Snapshot read(StateReader in) {
    long sequence = in.getLong();
    long time = in.getLong();
    int schema = in.getInt();
    int count = in.getInt();
    List<SnapshotEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(new SnapshotEntry(in.getText(), in.getText(), in.getBytes()));
    }
    return new Snapshot(sequence, time, schema, entries);
  }

  private static long checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return crc.getValue();
  }
}
