package dev.bourse.persistence.mapdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The keys of the rows of a sealed segment; as bytes they sort in this order.
 *
 * <ul>
 *   <li>0: the version of this layout and how many entries there are
 *   <li>1, sequence, part: an entry, cut into parts of at most {@value #PART} bytes
 *   <li>2, time, sequence: all entries before the sequence are at the time or earlier
 *   <li>3, length, key, sequence: an entry about a key
 * </ul>
 */
final class SealedRows {
  /** The version of this layout. */
  static final int FORMAT = 1;

  /** The largest value. */
  static final int PART = 1 << 14;

  static final byte META = 0;
  static final byte ENTRY = 1;
  static final byte TIME = 2;
  static final byte KEY = 3;

  private SealedRows() {}

  static byte[] meta() {
    return new byte[] {META};
  }

  static byte[] entry(long sequence, int part) {
    return ByteBuffer.allocate(13).put(ENTRY).putLong(sequence).putInt(part).array();
  }

  static byte[] time(long time, long sequence) {
    return ByteBuffer.allocate(17)
        .put(TIME)
        .putLong(time ^ Long.MIN_VALUE)
        .putLong(sequence)
        .array();
  }

  static byte[] key(byte[] prefix, long sequence) {
    return ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(sequence).array();
  }

  static byte[] keyPrefix(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + utf8.length)
        .put(KEY)
        .putInt(utf8.length)
        .put(utf8)
        .array();
  }

  /** The sequence in the key of an entry. */
  static long entrySequence(byte[] row) {
    return ByteBuffer.wrap(row).getLong(1);
  }

  /** The sequence at the end of the key of a time or a key. */
  static long lastSequence(byte[] row) {
    return ByteBuffer.wrap(row).getLong(row.length - Long.BYTES);
  }
}
