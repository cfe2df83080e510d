package dev.bourse.venue.binance.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A key of an account. Never prints what it is made of.
 *
 * @param name what a client sends as its key: letters and digits
 * @param signer what proves that a request is the owner's
 * @param rights what it may be used for
 */
public record ApiKey(String name, Signer signer, Set<Right> rights) {
  /** Keeps a copy of the rights. */
  public ApiKey {
    rights = Set.copyOf(rights);
    if (!name.matches("[A-Za-z0-9]{1,128}")) {
      throw new IllegalArgumentException(
          "a key of the venue must have 1 to 128 letters and digits, this one has "
              + name.length()
              + " characters");
    }
  }

  /** A key with a secret that both sides know. */
  public static ApiKey hmac(String name, String secret, Right... rights) {
    return new ApiKey(name, new HmacSigner(secret), setOf(rights));
  }

  /** A key whose owner signs by Ed25519; the public key as PEM, or its base64 part. */
  public static ApiKey ed25519(String name, String publicKey, Right... rights) {
    return new ApiKey(name, PublicKeySigner.ed25519(publicKey), setOf(rights));
  }

  /** A key whose owner signs by RSA; the public key as PEM, or its base64 part. */
  public static ApiKey rsa(String name, String publicKey, Right... rights) {
    return new ApiKey(name, PublicKeySigner.rsa(publicKey), setOf(rights));
  }

  /** Whether it has a right. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  private static Set<Right> setOf(Right... rights) {
    return rights.length == 0
        ? EnumSet.of(Right.READ, Right.TRADE)
        : EnumSet.copyOf(Arrays.asList(rights));
  }

  /** The first characters of the key, its kind and its rights. */
  @Override
  public String toString() {
    return "ApiKey["
        + name.substring(0, Math.min(4, name.length()))
        + "... "
        + signer.getClass().getSimpleName()
        + " "
        + rights
        + "]";
  }
}
