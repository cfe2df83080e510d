package dev.bourse.engine.plan;

import dev.bourse.api.config.Parameters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of a plug-in as they work: given ones and defaults, read strictly, secrets masked.
 */
final class Effective {
  private static final int HASH_LENGTH = 16;

  private Effective() {}

  /** Reads and checks; throws {@link IllegalArgumentException} with every problem. */
  static Map<String, String> of(Class<?> configType, Map<String, String> given) {
    return Parameters.of(configType).effective(given);
  }

  /** The beginning of a SHA-256 over all pairs. */
  static String hash(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
