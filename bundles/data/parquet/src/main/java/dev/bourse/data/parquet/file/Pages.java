package dev.bourse.data.parquet.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What is done to the bytes of a page. Pure functions. */
final class Pages {
  /** Rows in a page. */
  static final int ROWS = 4096;

  /** Rows in a row group. */
  static final int GROUP = 16 * ROWS;

  /** The most bytes that a page may claim to have. */
  static final int LARGEST = 1 << 26;

  private Pages() {}

  /** The bytes as a gzip member, packed fast. */
  static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream out = new Fast(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return packed.toByteArray();
  }

  /**
   * The bytes in a gzip member.
   *
   * @param length how many there must be
   */
  static byte[] unpacked(byte[] packed, int length) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 4096)) {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length != length || in.read() >= 0) {
        throw new IOException("a page does not have the " + length + " bytes that it claims");
      }
      return bytes;
    }
  }

  static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** The level of compression can be set by a subclass only. */
  private static final class Fast extends GZIPOutputStream {
    Fast(ByteArrayOutputStream target) throws IOException {
      super(target, 4096);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
