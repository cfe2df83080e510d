package dev.bourse.venue.binance.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in hexadecimal, upper or lower case. */
final class HmacSigner implements Signer {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  HmacSigner(String secret) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  @Override
  public boolean verifies(String payload, String signature) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] expected = mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
      byte[] sent = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      byte[] text = HexFormat.of().formatHex(expected).getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(text, sent);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  @Override
  public boolean opensSessions() {
    return false;
  }
}
