package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.testkit.persistence.TestEntries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Appends to the store in a directory until it is killed and prints what is written, line by line.
 */
final class AppendingProgram {
  private AppendingProgram() {}

  static StoreSpec spec(Path directory) {
    return new StoreSpec("demo", directory.resolve("demo"), 1 << 20, 64 << 10, Retention.ALL);
  }

  public static void main(String[] arguments) throws IOException {
    try (Store store = new MapDbBackend().open(spec(Path.of(arguments[0])))) {
      Journal journal = store.journal();
      long sequence = Math.max(1, journal.lastAppended() + 1);
      while (true) {
        for (long end = sequence + sequence % 7; sequence <= end; sequence++) {
          journal.append(TestEntries.entry(sequence));
        }
        journal.write();
        if (sequence % 3 == 0) {
          journal.force();
        }
        System.out.write((journal.lastWritten() + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
      }
    }
  }
}
