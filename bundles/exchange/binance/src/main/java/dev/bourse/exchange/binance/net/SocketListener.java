package dev.bourse.exchange.binance.net;

import java.time.Duration;

/** Hears of one connection, on the threads of whoever made it, one call at a time. */
public interface SocketListener {
  /** It is open. */
  void opened(Socket socket);

  /** A whole text message came. */
  void text(String text);

  /** The other side is there: a ping came. */
  void pinged();

  /**
   * It never opened or has ended; nothing follows.
   *
   * @param reason a sentence without the end
   */
  void ended(String reason);

  /**
   * It never opened, because the venue wants to be left alone for a while; nothing follows.
   *
   * @param reason a sentence without the end
   * @param patience how long
   */
  default void refused(String reason, Duration patience) {
    ended(reason);
  }
}
