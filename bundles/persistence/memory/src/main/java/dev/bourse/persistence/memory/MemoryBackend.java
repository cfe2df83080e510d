package dev.bourse.persistence.memory;

import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keeps stores in memory by directory name; nothing is ever put into the directory itself. */
@Component(service = PersistenceBackend.class, property = PersistenceBackend.TYPE + "=memory")
public final class MemoryBackend implements PersistenceBackend {
  private final Map<Path, MemoryContent> contents = new ConcurrentHashMap<>();

  /** An empty backend. */
  @Activate
  public MemoryBackend() {}

  @Override
  public Store open(StoreSpec spec) {
    MemoryContent content = content(spec.directory());
    if (!content.lock()) {
      throw new StoreException(
          "store "
              + spec.name()
              + " in "
              + spec.directory()
              + " is already open in this process; close it there first");
    }
    return new MemoryStore(spec, content);
  }

  /** What is kept for a directory. */
  MemoryContent content(Path directory) {
    return contents.computeIfAbsent(
        directory.toAbsolutePath().normalize(), path -> new MemoryContent());
  }
}
