package dev.bourse.exchange.binance.net;

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
}
