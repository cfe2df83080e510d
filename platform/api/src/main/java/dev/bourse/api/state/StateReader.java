package dev.bourse.api.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link StateWriter} wrote. Every method throws {@link IllegalArgumentException}
 * where the data ends too early. Not thread-safe.
 */
public final class StateReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  /** Reads the whole array. */
  public StateReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /** Reads a part of the array; the array is not copied. */
  public StateReader(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  /** The next byte, signed. */
  public byte getByte() {
    require(1);
    return bytes[position++];
  }

  /** The next boolean. */
  public boolean getBoolean() {
    return getByte() != 0;
  }

  /** The next 32-bit number. */
  public int getInt() {
    require(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = (value << 8) | (bytes[position++] & 0xff);
    }
    return value;
  }

  /** The next 64-bit number. */
  public long getLong() {
    require(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[position++] & 0xff);
    }
    return value;
  }

  /** The next double. */
  public double getDouble() {
    return Double.longBitsToDouble(getLong());
  }

  /** The next text. */
  public String getText() {
    int length = length();
    String value = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return value;
  }

  /** The next run of bytes, copied. */
  public byte[] getBytes() {
    int length = length();
    byte[] value = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return value;
  }

  /** How many bytes are left. */
  public int remaining() {
    return end - position;
  }

  private int length() {
    int length = getInt();
    if (length < 0) {
      throw new IllegalArgumentException("damaged state: length " + length + " is negative");
    }
    require(length);
    return length;
  }

  private void require(int count) {
    if (count > end - position) {
      throw new IllegalArgumentException(
          "damaged state: " + count + " bytes wanted, " + (end - position) + " left");
    }
  }
}
