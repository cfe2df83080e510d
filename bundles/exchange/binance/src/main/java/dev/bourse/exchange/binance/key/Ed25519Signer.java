package dev.bourse.exchange.binance.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs with a private key of which the venue knows the public part: Ed25519 in base64. */
final class Ed25519Signer implements Signer {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey key;

  private Ed25519Signer(PrivateKey key) {
    this.key = key;
  }

  /**
   * A signer with the key of a PEM text, or of its base64 part alone; throws {@link
   * IllegalArgumentException} with a sentence that does not show it.
   */
  static Ed25519Signer of(String pem) {
    if (pem.contains("ENCRYPTED")) {
      throw new IllegalArgumentException(
          "private.key is encrypted: give it without a password, in a file that only you can read");
    }
    String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return new Ed25519Signer(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "private.key is not an Ed25519 key in PEM, the text between and with"
              + " \"-----BEGIN PRIVATE KEY-----\" and \"-----END PRIVATE KEY-----\"");
    }
  }

  @Override
  public String sign(String payload) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(payload.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the private key cannot sign", e);
    }
  }

  @Override
  public boolean opensSessions() {
    return true;
  }

  @Override
  public String toString() {
    return ALGORITHM;
  }
}
