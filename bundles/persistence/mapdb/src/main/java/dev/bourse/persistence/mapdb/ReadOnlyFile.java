package dev.bourse.persistence.mapdb;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Path;

/** A file of this machine's disk to read, without a channel that an interrupt could close. */
final class ReadOnlyFile implements DiskFile {
  private final RandomAccessFile file;

  ReadOnlyFile(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "r");
  }

  @Override
  public long size() throws IOException {
    return file.length();
  }

  @Override
  public int read(long position, byte[] bytes, int offset, int length) throws IOException {
    file.seek(position);
    int done = 0;
    while (done < length) {
      int count = file.read(bytes, offset + done, length - done);
      if (count < 0) {
        return done;
      }
      done += count;
    }
    return done;
  }

  @Override
  public void write(long position, ByteBuffer bytes) {
    throw new NonWritableChannelException();
  }

  @Override
  public void zero(long from, long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force() {
    throw new NonWritableChannelException();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
