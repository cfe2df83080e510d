package dev.bourse.persistence.mapdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The file of a piece: once it is obsolete it goes when the last list that has the piece is gone.
 * Any thread.
 */
final class CountedFile {
  private final Disk disk;
  private final Path path;
  private final AtomicInteger lists = new AtomicInteger();
  private volatile boolean obsolete;

  CountedFile(Disk disk, Path path) {
    this.disk = disk;
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Another piece stands in for it, or nothing does. Before it leaves the current list. */
  void obsolete() {
    obsolete = true;
  }

  /** One more list has the piece. */
  void retain() {
    lists.incrementAndGet();
  }

  /** One list less has the piece. */
  void release() {
    if (lists.decrementAndGet() == 0 && obsolete) {
      try {
        disk.delete(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
