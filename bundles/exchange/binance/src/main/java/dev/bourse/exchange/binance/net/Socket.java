package dev.bourse.exchange.binance.net;

/** An open WebSocket connection. Any thread. */
public interface Socket {
  /** Sends a text after those before it; what cannot be sent ends the connection. */
  void send(String text);

  /** Ends it without waiting for the other side. */
  void drop();
}
