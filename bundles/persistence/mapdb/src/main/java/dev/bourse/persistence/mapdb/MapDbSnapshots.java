package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.persistence.SnapshotStore;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.mapdb.DBException;

/**
 * Snapshots as immutable files; two good ones stay.
 *
 * <p>A snapshot is written under a temporary name, forced, renamed to a name with its sequence and
 * its checksum, and then that name is forced. Every method is guarded by the object's own lock, so
 * a reader waits while one is written.
 */
final class MapDbSnapshots implements SnapshotStore {
  private static final int GENERATIONS = 2;
  private final Disk disk;
  private final StoreSpec spec;
  private final NavigableSet<SnapshotName> names = new TreeSet<>();
  private final NavigableSet<SnapshotName> verified = new TreeSet<>();
  private final List<String> damage = new ArrayList<>();
  private LongSupplier forced = () -> -1;

  /** The snapshots among the files of a store. */
  MapDbSnapshots(Disk disk, StoreSpec spec, List<String> files) {
    this.disk = disk;
    this.spec = spec;
    files.forEach(file -> SnapshotName.parse(file).ifPresent(names::add));
  }

  /** From now on snapshots can be written, up to where the journal is forced. */
  synchronized void follow(LongSupplier lastForced) {
    this.forced = lastForced;
  }

  @Override
  public synchronized void write(Snapshot snapshot) {
    requireForced(snapshot);
    requireUsable(snapshot);
    Path temporary = spec.directory().resolve("snapshot" + FileNames.TEMPORARY);
    try {
      int checksum =
          Table.write(disk, temporary, Table.Cut.FINE, sink -> SnapshotRows.write(snapshot, sink));
      SnapshotName name = new SnapshotName(snapshot.sequence(), checksum);
      disk.rename(temporary, path(name));
      disk.forceDirectory(spec.directory());
      replaceSame(name);
      names.add(name);
      verified.add(name);
      prune();
    } catch (IOException | DBException e) {
      discard(temporary, e);
      throw new StoreException(
          "snapshot %d of store %s cannot be written in %s: %s; older ones are untouched"
              .formatted(snapshot.sequence(), spec.name(), spec.directory(), e.getMessage()),
          e);
    }
  }

  @Override
  public synchronized Optional<Snapshot> newest() {
    while (!names.isEmpty()) {
      SnapshotName name = names.last();
      if (isWhole(name)) {
        try (Table table = Table.open(disk, path(name))) {
          return Optional.of(SnapshotRows.read(table.rows()));
        } catch (IOException | DBException | IllegalArgumentException e) {
          putAside(name, String.valueOf(e.getMessage()));
        }
      }
    }
    return Optional.empty();
  }

  /** The sequence of the newest snapshot that is whole, or -1. */
  synchronized long newestSequence() {
    List<Long> sequences = sequences();
    return sequences.isEmpty() ? -1 : sequences.get(sequences.size() - 1);
  }

  @Override
  public synchronized List<Long> sequences() {
    return List.copyOf(names).stream()
        .filter(this::isWhole)
        .map(SnapshotName::sequence)
        .distinct()
        .toList();
  }

  @Override
  public synchronized List<String> damage() {
    return List.copyOf(damage);
  }

  private boolean isWhole(SnapshotName name) {
    if (verified.contains(name)) {
      return true;
    }
    try {
      if (Table.isWhole(disk, path(name), name.checksum())) {
        verified.add(name);
        return true;
      }
      putAside(name, "its checksum is wrong");
    } catch (IOException e) {
      putAside(name, String.valueOf(e.getMessage()));
    }
    return false;
  }

  private void putAside(SnapshotName name, String reason) {
    names.remove(name);
    verified.remove(name);
    try {
      Path target = FileNames.damaged(disk, path(name));
      disk.rename(path(name), target);
      disk.forceDirectory(spec.directory());
      damage.add(
          "snapshot %d of store %s is damaged: %s; it was put aside as %s"
              .formatted(name.sequence(), spec.name(), reason, target.getFileName()));
    } catch (IOException e) {
      damage.add(
          "snapshot %d of store %s is damaged: %s; it could not be put aside: %s"
              .formatted(name.sequence(), spec.name(), reason, e.getMessage()));
    }
  }

  /** Deletes what is older than the two newest good ones. */
  private void prune() throws IOException {
    List<SnapshotName> good = List.copyOf(names).stream().filter(this::isWhole).toList();
    for (SnapshotName old : good.subList(0, Math.max(0, good.size() - GENERATIONS))) {
      disk.delete(path(old));
      names.remove(old);
      verified.remove(old);
    }
  }

  /** Deletes an older file of the same sequence. */
  private void replaceSame(SnapshotName name) throws IOException {
    for (SnapshotName old : List.copyOf(names)) {
      if (old.sequence() == name.sequence() && !old.equals(name)) {
        disk.delete(path(old));
        names.remove(old);
        verified.remove(old);
      }
    }
  }

  private void discard(Path temporary, Exception reason) {
    try {
      disk.delete(temporary);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private Path path(SnapshotName name) {
    return spec.directory().resolve(name.text());
  }

  private void requireForced(Snapshot snapshot) {
    if (snapshot.sequence() > forced.getAsLong()) {
      throw new StoreException(
          "snapshot %d of store %s is ahead of the journal, which is forced through %d; force it first"
              .formatted(snapshot.sequence(), spec.name(), forced.getAsLong()));
    }
    if (!names.isEmpty() && snapshot.sequence() < names.last().sequence()) {
      throw new StoreException(
          "snapshot %d of store %s is older than the newest one, %d"
              .formatted(snapshot.sequence(), spec.name(), names.last().sequence()));
    }
  }

  private void requireUsable(Snapshot snapshot) {
    List<SnapshotEntry> entries = snapshot.entries();
    for (SnapshotEntry entry : entries) {
      int length = entry.section().length() + entry.key().length();
      if (length > FrameEncoder.MAX_KEY) {
        throw new StoreException(
            "snapshot %d of store %s has a key of %d characters, more than %d; use a shorter one"
                .formatted(snapshot.sequence(), spec.name(), length, FrameEncoder.MAX_KEY));
      }
    }
    for (int i = 1; i < entries.size(); i++) {
      SnapshotEntry entry = entries.get(i);
      if (entries.get(i - 1).compareTo(entry) >= 0) {
        throw new StoreException(
            "snapshot %d of store %s is not sorted at %s/%s; sort its entries by section and key, no pair twice"
                .formatted(snapshot.sequence(), spec.name(), entry.section(), entry.key()));
      }
    }
  }
}
