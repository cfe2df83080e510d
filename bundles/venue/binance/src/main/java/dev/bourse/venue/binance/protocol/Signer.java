package dev.bourse.venue.binance.protocol;

/** Tells whether a signature was made by the owner of a key. */
public interface Signer {
  /** Whether the signature is that of the payload. */
  boolean verifies(String payload, String signature);

  /** Whether sessions may log on with it. */
  boolean opensSessions();
}
