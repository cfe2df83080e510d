package dev.bourse.exchange.binance.key;

/** Proves that a request is the key's owner's. Any thread; never prints what it signs with. */
public interface Signer {
  /** The signature of a payload, as the venue takes it. */
  String sign(String payload);

  /** Whether the venue lets a connection log on with such a key, so that not all is signed. */
  boolean opensSessions();
}
