package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A segment of the archive: an immutable MapDB file, verified when it is first read. */
final class SealedSegment implements Piece {
  private final Disk disk;
  private final CountedFile file;
  private final SealedName name;
  private boolean verified;
  private boolean damaged;

  SealedSegment(Disk disk, Path path, SealedName name) {
    this.disk = disk;
    this.file = new CountedFile(disk, path);
    this.name = name;
  }

  SealedName name() {
    return name;
  }

  @Override
  public long first() {
    return name.first();
  }

  @Override
  public long last() {
    return name.last();
  }

  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public PieceReader open(ArchiveQuery query) throws IOException {
    boolean empty = name.maxTime() < query.fromTime() || name.minTime() >= query.toTime();
    if (empty || !isReadable()) {
      return new EmptyReader();
    }
    return new SealedReader(Table.open(disk, file.path()), query);
  }

  /** Whether it can be read; throws the first time that it is found to be damaged. */
  private synchronized boolean isReadable() throws IOException {
    if (!verified && !damaged) {
      verified = Table.isWhole(disk, file.path(), name.checksum());
      if (!verified) {
        damaged = true;
        throw new StoreException(putAside());
      }
    }
    return verified;
  }

  /** Whether it was found to be damaged; nothing of it can be read. */
  synchronized boolean isDamaged() {
    return damaged;
  }

  /** Renames a damaged file and says so. */
  private String putAside() throws IOException {
    Path path = file.path();
    Path target = FileNames.damaged(disk, path);
    disk.rename(path, target);
    disk.forceDirectory(FileNames.parent(path));
    return "%s is damaged: entries %d to %d of the trace are lost, the file was put aside as %s"
        .formatted(path, name.first(), name.last(), target.getFileName());
  }

  /** Another one stands in for it, or nothing does. */
  void obsolete() {
    file.obsolete();
  }

  @Override
  public void retain() {
    file.retain();
  }

  @Override
  public void release() {
    file.release();
  }

  private static final class EmptyReader implements PieceReader {
    @Override
    public @Nullable JournalEntry next() {
      return null;
    }

    @Override
    public void close() {}
  }
}
