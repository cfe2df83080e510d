package dev.bourse.persistence.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. One thread at a time. */
interface DiskFile extends Closeable {
  /** How many bytes it has. */
  long size() throws IOException;

  /** Reads up to {@code length} bytes; fewer, down to none, only at the end. */
  int read(long position, byte[] bytes, int offset, int length) throws IOException;

  /** Writes all that remains in the buffer. */
  void write(long position, ByteBuffer bytes) throws IOException;

  /** Writes zeros from a position, inclusive, to another, exclusive; the file grows if needed. */
  void zero(long from, long to) throws IOException;

  /** Makes everything written durable. */
  void force() throws IOException;
}
