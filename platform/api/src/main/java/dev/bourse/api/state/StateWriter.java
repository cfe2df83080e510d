package dev.bourse.api.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes primitive values one after the other, big-endian. Grows as needed. Not thread-safe. */
public final class StateWriter {
  private byte[] bytes;
  private int size;

  /** An empty writer. */
  public StateWriter() {
    this.bytes = new byte[64];
  }

  /** Appends a byte. */
  public StateWriter putByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Appends a boolean as one byte. */
  public StateWriter putBoolean(boolean value) {
    return putByte(value ? 1 : 0);
  }

  /** Appends a 32-bit number. */
  public StateWriter putInt(int value) {
    ensure(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >> shift);
    }
    return this;
  }

  /** Appends a 64-bit number. */
  public StateWriter putLong(long value) {
    ensure(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >> shift);
    }
    return this;
  }

  /** Appends the bits of a double. */
  public StateWriter putDouble(double value) {
    return putLong(Double.doubleToRawLongBits(value));
  }

  /** Appends a text in UTF-8 with its length. */
  public StateWriter putText(String value) {
    return putBytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends bytes with their length. */
  public StateWriter putBytes(byte[] value) {
    putInt(value.length);
    ensure(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** Forgets everything written and keeps the buffer for reuse. */
  public void clear() {
    size = 0;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** The buffer itself, valid up to {@link #size()} and until the next put. */
  public byte[] buffer() {
    return bytes;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
