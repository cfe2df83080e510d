package dev.bourse.core.codec;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of a saved state: equal states have equal hashes. */
public final class StateHash {
  private StateHash() {}

  /** SHA-256 over sequence, time and all entries, lower-case hex. */
  public static String of(Snapshot snapshot) {
    MessageDigest digest = sha256();
    digest.update(
        ByteBuffer.allocate(16).putLong(snapshot.sequence()).putLong(snapshot.time()).flip());
    for (SnapshotEntry entry : snapshot.entries()) {
      update(digest, entry.section().getBytes(StandardCharsets.UTF_8));
      update(digest, entry.key().getBytes(StandardCharsets.UTF_8));
      update(digest, entry.bytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
