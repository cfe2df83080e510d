package dev.bourse.persistence.mapdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of this machine's disk to write.
 *
 * <p>An interrupt closes a channel under the thread that uses it. Here every operation is repeated
 * on a new channel then, which is safe because each says where it writes; the thread stays
 * interrupted.
 */
final class RealFile implements DiskFile {
  private static final int ZEROS = 1 << 20;
  private final Path path;
  private FileChannel channel;

  RealFile(Path path, OpenOption... options) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path, options);
  }

  @Override
  public long size() throws IOException {
    return repeat(FileChannel::size);
  }

  @Override
  public int read(long position, byte[] bytes, int offset, int length) throws IOException {
    return repeat(
        open -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
          while (buffer.hasRemaining()
              && open.read(buffer, position + buffer.position() - offset) >= 0) {}
          return buffer.position() - offset;
        });
  }

  @Override
  public void write(long position, ByteBuffer bytes) throws IOException {
    int start = bytes.position();
    repeat(
        open -> {
          bytes.position(start);
          while (bytes.hasRemaining()) {
            open.write(bytes, position + bytes.position() - start);
          }
          return 0;
        });
  }

  @Override
  public void zero(long from, long to) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(ZEROS, Math.max(0, to - from)));
    for (long position = from; position < to; position += zeros.capacity()) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), to - position));
      write(position, zeros);
    }
  }

  @Override
  public void force() throws IOException {
    repeat(
        open -> {
          open.force(false);
          return 0;
        });
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private <T> T repeat(Operation<T> operation) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return operation.on(channel);
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
          channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private interface Operation<T> {
    T on(FileChannel channel) throws IOException;
  }
}
