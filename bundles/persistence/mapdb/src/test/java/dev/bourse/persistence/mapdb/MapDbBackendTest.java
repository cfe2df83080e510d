package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.testkit.persistence.PersistenceBackendKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

final class MapDbBackendTest extends PersistenceBackendKit {
  @Override
  protected PersistenceBackend backend() {
    return new MapDbBackend();
  }

  @Override
  protected void damageNewestSnapshot(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      Path newest =
          files
              .filter(file -> file.getFileName().toString().startsWith("snapshot-"))
              .max(Path::compareTo)
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(newest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(newest, bytes);
    }
  }
}
