package dev.bourse.venue.binance.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signatures in base64 by a private key that the venue does not know. */
final class PublicKeySigner implements Signer {
  private final PublicKey key;
  private final String algorithm;
  private final boolean sessions;

  private PublicKeySigner(PublicKey key, String algorithm, boolean sessions) {
    this.key = key;
    this.algorithm = algorithm;
    this.sessions = sessions;
  }

  static PublicKeySigner ed25519(String text) {
    return new PublicKeySigner(key("Ed25519", text), "Ed25519", true);
  }

  static PublicKeySigner rsa(String text) {
    return new PublicKeySigner(key("RSA", text), "SHA256withRSA", false);
  }

  @Override
  public boolean verifies(String payload, String signature) {
    try {
      byte[] sent = Base64.getDecoder().decode(signature);
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(key);
      check.update(payload.getBytes(StandardCharsets.UTF_8));
      return check.verify(sent);
    } catch (IllegalArgumentException | SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }

  @Override
  public boolean opensSessions() {
    return sessions;
  }

  private static PublicKey key(String algorithm, String text) {
    String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the public key must be an "
              + algorithm
              + " key in PEM (X.509), or its base64 part without the first and the last line",
          e);
    }
  }
}
