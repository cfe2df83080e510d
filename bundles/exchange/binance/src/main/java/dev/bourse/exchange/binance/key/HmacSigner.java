package dev.bourse.exchange.binance.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with a secret that the venue knows too: HMAC-SHA256 in hexadecimal. */
final class HmacSigner implements Signer {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  HmacSigner(String secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  @Override
  public synchronized String sign(String payload) {
    return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public boolean opensSessions() {
    return false;
  }

  @Override
  public String toString() {
    return "HMAC";
  }
}
