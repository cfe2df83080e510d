package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.JournalEntry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Looks at the frames of one segment file through a window of bytes. One thread. */
final class FrameReader implements Closeable {
  /** No frame is longer, so that damage cannot make us read without limit. */
  static final int MAX_FRAME = 64 << 20;

  private static final int WINDOW = 1 << 18;
  private final DiskFile file;
  private final long segment;
  private final CRC32C crc = new CRC32C();
  private ByteBuffer window = ByteBuffer.allocate(WINDOW);
  private long windowStart;
  private int frame;

  FrameReader(DiskFile file, long segment) {
    this.file = file;
    this.segment = segment;
    window.limit(0);
  }

  /**
   * Whether a whole frame is at a position, ending at or before an end; it is looked at from now
   * on.
   */
  boolean at(long position, long end) throws IOException {
    if (!show(position, Frame.HEADER, end)) {
      return false;
    }
    int length = window.getInt(frame + Frame.LENGTH);
    if (length < Frame.HEADER
        || length > MAX_FRAME
        || window.getLong(frame + Frame.SEGMENT) != segment
        || !show(position, length, end)) {
      return false;
    }
    crc.reset();
    crc.update(window.array(), frame + Frame.LENGTH, length - Frame.LENGTH);
    return window.getInt(frame) == (int) crc.getValue();
  }

  /** The first position of a frame in a range that ends at or before an end, or the range's end. */
  long find(long from, long to, long end) throws IOException {
    for (long position = from; position < to; position++) {
      if (!show(position, Frame.HEADER, end)) {
        return to;
      }
      if (window.getLong(frame + Frame.SEGMENT) == segment && at(position, end)) {
        return position;
      }
    }
    return to;
  }

  int crc() {
    return window.getInt(frame);
  }

  int length() {
    return window.getInt(frame + Frame.LENGTH);
  }

  long epoch() {
    return window.getLong(frame + Frame.EPOCH);
  }

  int previous() {
    return window.getInt(frame + Frame.PREVIOUS);
  }

  boolean isEntry() {
    return window.get(frame + Frame.TYPE) == Frame.ENTRY;
  }

  long sequence() {
    return window.getLong(frame + Frame.SEQUENCE);
  }

  long time() {
    return window.getLong(frame + Frame.TIME);
  }

  long forced() {
    return window.getLong(frame + Frame.FORCED);
  }

  /** The entry of the frame, copied. */
  JournalEntry entry() {
    int position = frame + Frame.HEADER;
    int keyCount = window.getShort(frame + Frame.KEY_COUNT) & 0xffff;
    List<String> keys = new ArrayList<>(keyCount);
    for (int i = 0; i < keyCount; i++) {
      int length = window.getShort(position) & 0xffff;
      keys.add(new String(window.array(), position + Short.BYTES, length, StandardCharsets.UTF_8));
      position += Short.BYTES + length;
    }
    byte[] payload = new byte[frame + length() - position];
    System.arraycopy(window.array(), position, payload, 0, payload.length);
    return new JournalEntry(
        sequence(),
        time(),
        Frame.kind(window.get(frame + Frame.KIND)),
        window.getInt(frame + Frame.SCHEMA),
        List.copyOf(keys),
        payload);
  }

  /** Brings bytes into the window, none beyond the end: what comes after it may still change. */
  private boolean show(long position, int length, long end) throws IOException {
    if (position + length > end) {
      return false;
    }
    if (position < windowStart || position + length > windowStart + window.limit()) {
      if (length > window.capacity()) {
        window = ByteBuffer.allocate(length);
      }
      int wanted = (int) Math.min(window.capacity(), end - position);
      window.limit(file.read(position, window.array(), 0, wanted));
      windowStart = position;
    }
    frame = (int) (position - windowStart);
    return frame + length <= window.limit();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
