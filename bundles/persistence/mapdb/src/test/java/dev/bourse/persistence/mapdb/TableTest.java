package dev.bourse.persistence.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.testkit.persistence.TestEntries;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N4")
final class TableTest {
  private static final Path PATH = Path.of("demo", "table");
  private final SimulatedDisk disk = new SimulatedDisk(1);

  @Test
  void takesTheLongestRowsInEveryCut() throws Exception {
    for (Table.Cut cut : Table.Cut.values()) {
      Table.write(
          disk,
          PATH,
          cut,
          sink -> {
            for (int row = 0; row < 100; row++) {
              sink.put(ByteBuffer.allocate(4_200).putInt(row).array(), new byte[1 << 14]);
            }
          });

      try (Table table = Table.open(disk, PATH)) {
        assertThat(table.rows()).as("%s", cut).hasSize(100);
      }
    }
  }

  @Test
  void snapshotsSortAsTheirEntriesDo() throws Exception {
    List<String> names =
        List.of("", "\0", "\0\0", "\0\1", "\1", "\1\0", "\2", "a", "a\0", "a\1b", "aa", "b");
    List<SnapshotEntry> entries = new ArrayList<>();
    for (String section : names) {
      for (String key : List.of("", "\0", "\1", "ab", "\ud83d\ude00", "\uffff")) {
        entries.add(new SnapshotEntry(section, key, new byte[] {(byte) entries.size()}));
      }
    }
    Snapshot snapshot = new Snapshot(7, 8, 9, entries);

    Table.write(disk, PATH, Table.Cut.FINE, sink -> SnapshotRows.write(snapshot, sink));

    try (Table table = Table.open(disk, PATH)) {
      assertThat(TestEntries.text(SnapshotRows.read(table.rows())))
          .isEqualTo(TestEntries.text(snapshot));
    }
  }
}
