package dev.bourse.data.parquet.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is being written: its position, and the SHA-256 of what was written. */
final class ColumnOutput extends OutputStream {
  private final FileChannel channel;
  private final MessageDigest digest;
  private long position;

  ColumnOutput(FileChannel channel) {
    this.channel = channel;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  long position() {
    return position;
  }

  /** SHA-256 of everything so far, after which nothing more is counted in. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      position += channel.write(buffer);
    }
  }
}
