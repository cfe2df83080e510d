package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static dev.bourse.testkit.persistence.TestEntries.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.Store;
import dev.bourse.testkit.persistence.TestEntries;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format that was ever released stays readable; its store is kept as it was written then. */
@Tag("N4")
final class FormatTest {
  @TempDir Path directory;

  @Test
  void readsAStoreOfTheFirstFormat() throws Exception {
    unpack("format-1.zip");

    try (Store store = new MapDbBackend().open(FormatFixture.spec(directory))) {
      assertThat(store.journal().opening().damage()).isEmpty();
      assertThat(store.journal().opening().lastSequence()).isEqualTo(12);
      assertThat(lines(drain(store.archive().read(ArchiveQuery.ALL))))
          .isEqualTo(lines(FormatFixture.entries()));
      assertThat(drain(store.archive().read(ArchiveQuery.about("ключ")))).hasSize(12);
      assertThat(store.snapshots().sequences()).containsExactly(6L, 8L);
      assertThat(store.snapshots().newest().map(TestEntries::text))
          .contains(text(FormatFixture.snapshot(8)));
    }
  }

  private void unpack(String name) throws Exception {
    try (InputStream in = FormatTest.class.getResourceAsStream(name);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, directory.resolve(entry.getName()));
      }
    }
  }
}
