package dev.bourse.exchange.binance.key;

import org.jspecify.annotations.Nullable;

/** A key of an account. Prints only its kind. */
public final class ApiKey {
  private final String name;
  private final Signer signer;

  private ApiKey(String name, Signer signer) {
    this.name = name;
    this.signer = signer;
  }

  /**
   * The key of a configuration, or null if there is none; throws {@link IllegalArgumentException}
   * with a sentence that shows nothing of it.
   *
   * @param name what the venue calls the key
   * @param secret the secret of an HMAC key, or empty
   * @param privateKey an Ed25519 key in PEM, or empty
   */
  public static @Nullable ApiKey of(String name, String secret, String privateKey) {
    boolean hmac = !secret.isBlank();
    boolean own = !privateKey.isBlank();
    if (name.isBlank()) {
      if (hmac || own) {
        throw new IllegalArgumentException(
            (hmac ? "secret" : "private.key") + " is given, but key is not: both belong together");
      }
      return null;
    }
    if (hmac == own) {
      throw new IllegalArgumentException(
          hmac
              ? "secret and private.key are both given: a key has either a secret (HMAC) or a"
                  + " private key (Ed25519)"
              : "key is given without secret (HMAC) or private.key (Ed25519): one of them signs");
    }
    if (!name.strip().matches("[A-Za-z0-9]{1,128}")) {
      throw new IllegalArgumentException(
          "key must be letters and digits; this one is not (is it still an unresolved $[...]?)");
    }
    return new ApiKey(
        name.strip(), hmac ? new HmacSigner(secret.strip()) : Ed25519Signer.of(privateKey));
  }

  /** What the venue calls it; sent with requests, never shown. */
  public String name() {
    return name;
  }

  /** Signs with it. */
  public Signer signer() {
    return signer;
  }

  @Override
  public String toString() {
    return "a key (" + signer + ")";
  }
}
