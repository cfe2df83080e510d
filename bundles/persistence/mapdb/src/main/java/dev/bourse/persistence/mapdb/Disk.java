package dev.bourse.persistence.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The few things that a store asks of a disk. Any thread. */
interface Disk {
  /** Makes a directory and its parents durable if they are missing. */
  void createDirectories(Path directory) throws IOException;

  /** The names of the files in a directory, sorted. */
  List<String> list(Path directory) throws IOException;

  /** A new, empty file to write and read; one that was there is emptied. */
  DiskFile create(Path file) throws IOException;

  /** An existing file to write and read. */
  DiskFile edit(Path file) throws IOException;

  /** An existing file to read; an interrupt of the reading thread does no harm to it. */
  DiskFile read(Path file) throws IOException;

  /** Gives a file another name, at once; one that had that name is gone. */
  void rename(Path from, Path to) throws IOException;

  /** Takes a file away if it is there; who has it open can read on. */
  void delete(Path file) throws IOException;

  /** How many bytes can still be written to the disk of a directory. */
  long usable(Path directory) throws IOException;

  /** Makes creations, renames and deletions in a directory durable. */
  void forceDirectory(Path directory) throws IOException;

  /** Locks a file until the result is closed; throws {@link LockedException} if it is locked. */
  Closeable lock(Path file) throws IOException;
}
