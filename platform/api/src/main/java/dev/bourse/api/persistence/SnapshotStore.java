package dev.bourse.api.persistence;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Immutable snapshots by sequence. Two good generations are kept. Callable from any thread, one
 * writer at a time.
 */
@ConsumerType
public interface SnapshotStore {
  /**
   * Writes a snapshot; it becomes visible whole or not at all, and only if the journal is forced
   * through its sequence. Throws {@link StoreException} if it is not, or if the disk refuses; older
   * ones are untouched then.
   */
  void write(Snapshot snapshot);

  /**
   * The newest snapshot that is whole; damaged ones are quarantined and named in {@link #damage()}.
   */
  Optional<Snapshot> newest();

  /** Sequences of all snapshots that can be read, rising. */
  List<Long> sequences();

  /** One sentence per damaged snapshot met so far. */
  List<String> damage();
}
