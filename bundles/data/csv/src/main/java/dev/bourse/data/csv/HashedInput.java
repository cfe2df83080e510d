package dev.bourse.data.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file as they lie on the disk, counted and hashed while they pass. */
final class HashedInput extends FilterInputStream {
  private final MessageDigest digest;
  private long count;

  HashedInput(InputStream file) {
    super(file);
    this.digest = sha256();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read > 0) {
      digest.update(target, offset, read);
      count += read;
    }
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    byte[] passing = new byte[(int) Math.min(wanted, 8192)];
    return Math.max(0, read(passing, 0, passing.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads whatever is left, so that the hash is that of the whole file. */
  void drain() throws IOException {
    byte[] passing = new byte[1 << 16];
    while (read(passing, 0, passing.length) >= 0) {
      // counted and hashed on the way
    }
  }

  /** How many bytes passed. */
  long count() {
    return count;
  }

  /** SHA-256 of the bytes that passed, lower-case hex. */
  String hash() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java's SHA-256 cannot be read half way", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
