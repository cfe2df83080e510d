package dev.bourse.persistence.mapdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment file, written when it is prepared.
 *
 * @param format the version of the layout
 * @param segment the store's name and the segment's number, as in every frame
 * @param start where the first frame is
 * @param restart whether the chain of frames starts anew here, because damage was repaired
 */
record SegmentHeader(int format, long segment, long start, boolean restart) {
  private static final long MAGIC = 0x424f555253454a4cL;
  private static final int CHECKED = 33;

  /** The header of a new segment. */
  static SegmentHeader of(String store, int number) {
    return new SegmentHeader(Frame.FORMAT, segment(store, number), Frame.SEGMENT_HEADER, false);
  }

  /** The number that stands in every frame of a segment. */
  static long segment(String store, int number) {
    CRC32C crc = new CRC32C();
    crc.update(store.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() << 32 | number;
  }

  /** The bytes, or nothing if they are damaged. */
  static Optional<SegmentHeader> decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getLong(0) != MAGIC || in.getInt(Frame.SEGMENT_HEADER - 4) != checksum(bytes)) {
      return Optional.empty();
    }
    return Optional.of(
        new SegmentHeader(in.getInt(8), in.getLong(12), in.getLong(20), in.get(28) != 0));
  }

  /** The bytes on disk. */
  ByteBuffer encode() {
    ByteBuffer out = ByteBuffer.allocate(Frame.SEGMENT_HEADER);
    out.putLong(0, MAGIC).putInt(8, format).putLong(12, segment).putLong(20, start);
    out.put(28, (byte) (restart ? 1 : 0));
    out.putInt(Frame.SEGMENT_HEADER - 4, checksum(out.array()));
    return out;
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, CHECKED);
    return (int) crc.getValue();
  }
}
