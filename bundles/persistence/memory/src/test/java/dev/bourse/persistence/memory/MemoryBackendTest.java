package dev.bourse.persistence.memory;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.testkit.persistence.PersistenceBackendKit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MemoryBackendTest extends PersistenceBackendKit {
  private final MemoryBackend backend = new MemoryBackend();

  @Override
  protected PersistenceBackend backend() {
    return backend;
  }

  @Override
  protected void damageNewestSnapshot(Path directory) {
    byte[] bytes = backend.content(directory).snapshots().lastEntry().getValue();
    bytes[bytes.length / 2] ^= 1;
  }

  @Test
  void dropsReleasedMarketDataUnlessItIsToBeKept() {
    StoreSpec spec = StoreSpec.of("forgetful", Path.of("forgetful"));
    try (Store store = backend.open(spec)) {
      append(store, 1, 100);

      store.journal().release(50);

      assertThat(drain(store.archive().read(ArchiveQuery.ALL)))
          .filteredOn(entry -> entry.kind() == EntryKind.MARKET)
          .allMatch(entry -> entry.sequence() > 50)
          .hasSize(17);
    }
  }

  @Test
  void releasesNoMoreThanWhatIsForced() {
    StoreSpec spec = StoreSpec.of("eager", Path.of("eager"));
    try (Store store = backend.open(spec)) {
      append(store, 1, 11);

      store.journal().release(1_000);
      append(store, 11, 21);

      assertThat(drain(store.journal().read(0))).hasSize(10);
    }
  }
}
