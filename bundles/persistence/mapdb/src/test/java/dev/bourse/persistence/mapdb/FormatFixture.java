package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A store with a bit of everything: a sealed segment, a full and an open raw one, two snapshots.
 * Run by hand, with an empty directory and the name of the archive, whenever the format gets a new
 * version.
 */
final class FormatFixture {
  private FormatFixture() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    try (Store store = new MapDbBackend().open(spec(directory))) {
      entries().forEach(store.journal()::append);
      store.journal().write();
      store.journal().force();
      store.snapshots().write(snapshot(6));
      store.snapshots().write(snapshot(8));
      store.journal().release(6);
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]));
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        ZipEntry entry = new ZipEntry(file.getFileName().toString());
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
      }
    }
  }

  static StoreSpec spec(Path directory) {
    return new StoreSpec("fixture", directory, 1 << 20, 64 << 10, Retention.ALL);
  }

  static List<JournalEntry> entries() {
    return LongStream.rangeClosed(1, 12).mapToObj(FormatFixture::entry).toList();
  }

  static Snapshot snapshot(long sequence) {
    byte[] bytes = new byte[50_000];
    Arrays.fill(bytes, (byte) sequence);
    return new Snapshot(
        sequence,
        sequence * 10,
        3,
        List.of(
            new SnapshotEntry("orders", "a", new byte[0]),
            new SnapshotEntry("orders", "b", bytes)));
  }

  private static JournalEntry entry(long sequence) {
    byte[] payload = new byte[200_000];
    Arrays.fill(payload, (byte) sequence);
    EntryKind kind = sequence % 2 == 0 ? EntryKind.TRADE : EntryKind.RESERVE;
    return new JournalEntry(
        sequence,
        sequence * 10,
        kind,
        (int) sequence,
        List.of("order-" + sequence, "ключ"),
        payload);
  }
}
