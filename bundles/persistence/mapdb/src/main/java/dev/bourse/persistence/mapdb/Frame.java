package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.EntryKind;

/**
 * The layout of a journal segment, format {@value #FORMAT}; all numbers big-endian.
 *
 * <p>A segment is a header of {@value #SEGMENT_HEADER} bytes, frames one after the other, and zeros
 * to its end. A frame:
 *
 * <pre>
 *  0 int   crc32c of everything after it
 *  4 int   length of the frame, this header included
 *  8 long  segment: the crc32c of the store's name, the segment's number
 * 16 long  epoch of the writer, one more at every opening
 * 24 int   crc of the frame before
 * 28 byte  type: an entry, or a mark that only says what was forced
 * 29 byte  kind of the entry
 * 30 short how many keys
 * 32 long  sequence; of a mark: that of the last entry before it
 * 40 long  time
 * 48 long  the last sequence proven durable when this frame was made
 * 56 int   schema of the payload
 * 60 int   bytes of all keys
 * 64       keys, each with a short for its length; then the payload
 * </pre>
 */
final class Frame {
  /** The version of this layout; a store with a later one is refused. */
  static final int FORMAT = 1;

  /** Bytes before the first frame of a segment. */
  static final int SEGMENT_HEADER = 64;

  static final int LENGTH = 4;
  static final int SEGMENT = 8;
  static final int EPOCH = 16;
  static final int PREVIOUS = 24;
  static final int TYPE = 28;
  static final int KIND = 29;
  static final int KEY_COUNT = 30;
  static final int SEQUENCE = 32;
  static final int TIME = 40;
  static final int FORCED = 48;
  static final int SCHEMA = 56;
  static final int KEY_BYTES = 60;

  /** Bytes of a frame without keys and payload. */
  static final int HEADER = 64;

  static final byte ENTRY = 1;
  static final byte MARK = 2;

  private Frame() {}

  /** The number of a kind on disk. */
  static byte code(EntryKind kind) {
    return switch (kind) {
      case MARKET -> 1;
      case TRADE -> 2;
      case RESERVE -> 3;
    };
  }

  /** The kind with a number; unknown ones count as {@link EntryKind#TRADE}, which is kept. */
  static EntryKind kind(byte code) {
    return switch (code) {
      case 1 -> EntryKind.MARKET;
      case 3 -> EntryKind.RESERVE;
      default -> EntryKind.TRADE;
    };
  }
}
