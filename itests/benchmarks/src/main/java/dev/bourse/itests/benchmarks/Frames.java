package dev.bourse.itests.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * One direction of a WebSocket connection, cut into its messages however the bytes come: several
 * frames in one read, or one frame in several. The head of the HTTP upgrade before them is skipped,
 * and so are control frames; a message is its text without mask (RFC 6455, 5). For one thread.
 */
final class Frames {
  private static final int LAST = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final int CONTROL = 0x08;
  private static final int MASKED = 0x80;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int EMPTY_LINE = 0x0d0a0d0a;

  /** Far more than either side sends; more than that is no frame. */
  private static final int LONGEST = 1 << 24;

  /** What has come and is not used yet; ready to be written to. */
  private ByteBuffer held = ByteBuffer.allocate(1 << 16);

  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private boolean upgraded;

  /**
   * The next bytes, of which the first {@code length} count.
   *
   * @param each told of every message that ends in them
   * @throws IllegalStateException if they are no frames, or compressed ones
   */
  void read(byte[] bytes, int length, Consumer<String> each) {
    if (held.remaining() < length) {
      ByteBuffer wider = ByteBuffer.allocate(2 * (held.position() + length));
      held = wider.put(held.flip());
    }
    held.put(bytes, 0, length).flip();
    boolean more = true;
    while (more) {
      more = upgraded ? frame(each) : head();
    }
    held.compact();
  }

  private boolean head() {
    for (int i = held.position(); i + Integer.BYTES <= held.limit(); i++) {
      if (held.getInt(i) == EMPTY_LINE) {
        held.position(i + Integer.BYTES);
        upgraded = true;
        return true;
      }
    }
    return false;
  }

  /** Takes one frame, or nothing while it is not whole. */
  private boolean frame(Consumer<String> each) {
    int begin = held.position();
    if (held.remaining() < 2) {
      return false;
    }
    int first = held.get();
    int second = held.get();
    int size = second & 0x7f;
    int key = (second & MASKED) == 0 ? 0 : Integer.BYTES;
    if (held.remaining() < more(size) + key) {
      held.position(begin);
      return false;
    }
    int length = length(first, size);
    int mask = key == 0 ? 0 : held.getInt();
    if (held.remaining() < length) {
      held.position(begin);
      return false;
    }
    take(first, payload(length, mask), each);
    return true;
  }

  /** How many bytes of length follow. */
  private static int more(int size) {
    return size == EIGHT_BYTES ? Long.BYTES : size == TWO_BYTES ? Short.BYTES : 0;
  }

  private int length(int first, int size) {
    long length =
        size == EIGHT_BYTES ? held.getLong() : size == TWO_BYTES ? held.getShort() & 0xffff : size;
    if ((first & COMPRESSED) != 0 || length < 0 || length > LONGEST) {
      throw new IllegalStateException(
          "a frame of " + length + " bytes begins with " + (first & 0xff) + ": it cannot be read");
    }
    return (int) length;
  }

  private byte[] payload(int length, int mask) {
    byte[] plain = new byte[length];
    held.get(plain);
    for (int i = 0; i < length; i++) {
      plain[i] ^= (byte) (mask >> (24 - 8 * (i % 4)));
    }
    return plain;
  }

  private void take(int first, byte[] payload, Consumer<String> each) {
    if ((first & CONTROL) != 0) {
      return;
    }
    message.writeBytes(payload);
    if ((first & LAST) != 0) {
      each.accept(message.toString(StandardCharsets.UTF_8));
      message.reset();
    }
  }
}
