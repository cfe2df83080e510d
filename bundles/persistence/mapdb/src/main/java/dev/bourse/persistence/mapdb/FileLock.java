package dev.bourse.persistence.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock on a file that nobody opens but for locking.
 *
 * <p>An operating system drops a process's locks on a file as soon as the process closes any handle
 * of it. So within the process the owner is noted in the system properties first, where every class
 * loader sees it, and only who got that note opens the file.
 */
final class FileLock implements Closeable {
  private static final String NOTE = "dev.bourse.persistence.mapdb.lock:";
  private final String note;
  private final FileChannel channel;

  private FileLock(String note, FileChannel channel) {
    this.note = note;
    this.channel = channel;
  }

  /** Locks the file, or throws {@link LockedException}. */
  static FileLock take(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    String note = NOTE + (parent == null ? file : parent.toRealPath().resolve(file.getFileName()));
    String owner = "this process, by thread " + Thread.currentThread().getName();
    Object other = System.getProperties().putIfAbsent(note, owner);
    if (other != null) {
      throw new LockedException(other.toString());
    }
    try {
      return new FileLock(note, lock(file));
    } catch (IOException | RuntimeException e) {
      System.clearProperty(note);
      throw e;
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new LockedException("process " + Files.readString(file).strip());
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      System.clearProperty(note);
    }
  }
}
