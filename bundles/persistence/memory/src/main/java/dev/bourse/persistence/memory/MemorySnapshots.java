package dev.bourse.persistence.memory;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.persistence.SnapshotStore;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two encoded snapshots at most; one that does not decode is left out and named. */
final class MemorySnapshots implements SnapshotStore {
  private static final int GENERATIONS = 2;
  private final StoreSpec spec;
  private final MemoryContent content;
  private final List<String> damage = new ArrayList<>();

  MemorySnapshots(StoreSpec spec, MemoryContent content) {
    this.spec = spec;
    this.content = content;
  }

  @Override
  public void write(Snapshot snapshot) {
    synchronized (content) {
      requireForced(snapshot);
      requireSorted(snapshot);
      content.snapshots().put(snapshot.sequence(), SnapshotBytes.encode(snapshot));
      while (content.snapshots().size() > GENERATIONS) {
        content.snapshots().pollFirstEntry();
      }
    }
  }

  @Override
  public Optional<Snapshot> newest() {
    synchronized (content) {
      while (!content.snapshots().isEmpty()) {
        Map.Entry<Long, byte[]> last = content.snapshots().lastEntry();
        Optional<Snapshot> snapshot = SnapshotBytes.decode(last.getValue());
        if (snapshot.isPresent()) {
          return snapshot;
        }
        content.snapshots().remove(last.getKey());
        damage.add("snapshot " + last.getKey() + " of store " + spec.name() + " is damaged");
      }
      return Optional.empty();
    }
  }

  @Override
  public List<Long> sequences() {
    synchronized (content) {
      return content.snapshots().entrySet().stream()
          .filter(entry -> SnapshotBytes.decode(entry.getValue()).isPresent())
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  @Override
  public List<String> damage() {
    synchronized (content) {
      return List.copyOf(damage);
    }
  }

  private void requireForced(Snapshot snapshot) {
    if (snapshot.sequence() > content.lastForced()) {
      throw new StoreException(
          "snapshot "
              + snapshot.sequence()
              + " of store "
              + spec.name()
              + " is ahead of the journal, which is forced through "
              + content.lastForced()
              + "; force it first");
    }
    if (!content.snapshots().isEmpty() && snapshot.sequence() < content.snapshots().lastKey()) {
      throw new StoreException(
          "snapshot "
              + snapshot.sequence()
              + " of store "
              + spec.name()
              + " is older than the newest one, "
              + content.snapshots().lastKey());
    }
  }

  private void requireSorted(Snapshot snapshot) {
    List<SnapshotEntry> entries = snapshot.entries();
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).compareTo(entries.get(i)) >= 0) {
        throw new StoreException(
            "snapshot "
                + snapshot.sequence()
                + " of store "
                + spec.name()
                + " is not sorted at "
                + entries.get(i).section()
                + "/"
                + entries.get(i).key()
                + "; sort its entries by section and key, no pair twice");
      }
    }
  }
}
