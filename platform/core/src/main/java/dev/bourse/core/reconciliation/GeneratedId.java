package dev.bourse.core.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of what nobody named: made of what they stand for, so the same after every restart. */
final class GeneratedId {
  /** With a prefix of two characters as long as venues take. */
  private static final int BYTES = 16;

  private GeneratedId() {}

  /** A name of at most 36 characters; the parts are told apart by their texts. */
  static String of(String prefix, Object... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return prefix + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
