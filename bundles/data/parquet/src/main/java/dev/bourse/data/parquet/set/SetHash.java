package dev.bourse.data.parquet.set;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What names the content of a set: a hash of the hashes of its parts. Pure function. */
final class SetHash {
  private SetHash() {}

  static String of(List<Part> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Part part : parts) {
        digest.update((part.table().hash() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
