package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes frames into a buffer, each chained to the one before. Nothing is allocated for ASCII keys.
 */
final class FrameEncoder {
  /** The longest key in bytes; more than any id needs, and few enough for a page of an index. */
  static final int MAX_KEY = 1_024;

  private static final int MAX_KEYS = 0xffff;
  private final long epoch;
  private final CRC32C crc = new CRC32C();
  private long segment;
  private int previous;

  /** Goes on after a frame with the given crc. */
  FrameEncoder(long epoch, long segment, int previous) {
    this.epoch = epoch;
    this.segment = segment;
    this.previous = previous;
  }

  /** The frames that follow belong to another segment; the chain goes on. */
  void segment(long newSegment) {
    this.segment = newSegment;
  }

  /** The bytes that the frame of an entry takes; throws if its keys do not fit their fields. */
  static long length(JournalEntry entry) {
    List<String> keys = entry.keys();
    if (keys.size() > MAX_KEYS) {
      throw new IllegalArgumentException(keys.size() + " keys are more than " + MAX_KEYS);
    }
    return (long) Frame.HEADER + keyBytes(keys) + entry.payload().length;
  }

  /** Appends the frame of an entry; there must be room for it. */
  void entry(ByteBuffer out, JournalEntry entry, long forced) {
    int start = out.position();
    List<String> keys = entry.keys();
    out.position(start + Frame.HEADER);
    for (int i = 0; i < keys.size(); i++) {
      putKey(out, keys.get(i));
    }
    int keyBytes = out.position() - start - Frame.HEADER;
    out.put(entry.payload());
    out.put(start + Frame.TYPE, Frame.ENTRY);
    out.put(start + Frame.KIND, Frame.code(entry.kind()));
    out.putShort(start + Frame.KEY_COUNT, (short) keys.size());
    out.putInt(start + Frame.SCHEMA, entry.schema());
    out.putInt(start + Frame.KEY_BYTES, keyBytes);
    finish(out, start, entry.sequence(), entry.time(), forced);
  }

  /** Appends a mark after the last entry. */
  void mark(ByteBuffer out, long sequence, long time, long forced) {
    int start = out.position();
    out.position(start + Frame.HEADER);
    out.put(start + Frame.TYPE, Frame.MARK);
    out.put(start + Frame.KIND, Frame.code(EntryKind.TRADE));
    out.putShort(start + Frame.KEY_COUNT, (short) 0);
    out.putInt(start + Frame.SCHEMA, 0);
    out.putInt(start + Frame.KEY_BYTES, 0);
    finish(out, start, sequence, time, forced);
  }

  private void finish(ByteBuffer out, int start, long sequence, long time, long forced) {
    int end = out.position();
    out.putInt(start + Frame.LENGTH, end - start);
    out.putLong(start + Frame.SEGMENT, segment);
    out.putLong(start + Frame.EPOCH, epoch);
    out.putInt(start + Frame.PREVIOUS, previous);
    out.putLong(start + Frame.SEQUENCE, sequence);
    out.putLong(start + Frame.TIME, time);
    out.putLong(start + Frame.FORCED, forced);
    int limit = out.limit();
    crc.reset();
    crc.update(out.limit(end).position(start + Frame.LENGTH));
    out.limit(limit).position(end);
    previous = (int) crc.getValue();
    out.putInt(start, previous);
  }

  private static int keyBytes(List<String> keys) {
    int bytes = 0;
    for (int i = 0; i < keys.size(); i++) {
      int length = utf8Length(keys.get(i));
      if (length > MAX_KEY) {
        throw new IllegalArgumentException(
            "a key of " + length + " bytes is longer than " + MAX_KEY + "; use a shorter one");
      }
      bytes += Short.BYTES + length;
    }
    return bytes;
  }

  private static int utf8Length(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) >= 0x80) {
        return key.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return key.length();
  }

  private static void putKey(ByteBuffer out, String key) {
    int length = utf8Length(key);
    out.putShort((short) length);
    if (length != key.length()) {
      out.put(key.getBytes(StandardCharsets.UTF_8));
      return;
    }
    for (int i = 0; i < length; i++) {
      out.put((byte) key.charAt(i));
    }
  }
}
