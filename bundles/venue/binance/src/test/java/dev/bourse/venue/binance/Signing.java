package dev.bourse.venue.binance;

import dev.bourse.venue.binance.protocol.Guard;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** A pair of Ed25519 or RSA keys and what is signed with it. */
record Signing(KeyPair keys, String algorithm) {
  static Signing of(String keyAlgorithm, String algorithm) {
    try {
      return new Signing(KeyPairGenerator.getInstance(keyAlgorithm).generateKeyPair(), algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Signing ed25519() {
    return of("Ed25519", "Ed25519");
  }

  /** The public key in PEM. */
  String publicKey() {
    String base64 = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  String sign(String payload) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(keys.getPrivate());
      signature.update(payload.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the signature of the other parameters. */
  Map<String, Object> signed(Map<String, Object> params) {
    params.put("signature", sign(Guard.payloadOf(Guard.textsOf(params))));
    return params;
  }
}
