package dev.bourse.testkit.persistence;

import static dev.bourse.testkit.persistence.TestEntries.entry;

import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The backend and the store that the rules of the kit are tried on. */
abstract class StoreFixture {
  /** Enough entries to fill several segments of the smallest size. */
  static final int MANY = 30_000;

  Path directory;
  PersistenceBackend backend;

  /** A new backend. */
  protected abstract PersistenceBackend backend();

  /** Changes a byte in the middle of the newest snapshot of a closed store. */
  protected abstract void damageNewestSnapshot(Path storeDirectory) throws Exception;

  /** The store that most tests use; segments as small as they can be. */
  protected StoreSpec spec() {
    return new StoreSpec("demo", directory.resolve("demo"), 1 << 20, 256 << 10, Retention.ALL);
  }

  @BeforeEach
  void makeBackend(@TempDir Path directory) {
    this.directory = directory;
    backend = backend();
  }

  /** Appends, writes and forces entries from a sequence, inclusive, to another, exclusive. */
  protected static void append(Store store, long from, long to) {
    for (long sequence = from; sequence < to; sequence++) {
      store.journal().append(entry(sequence));
    }
    store.journal().write();
    store.journal().force();
  }
}
