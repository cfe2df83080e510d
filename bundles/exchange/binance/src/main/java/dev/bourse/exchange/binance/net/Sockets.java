package dev.bourse.exchange.binance.net;

import java.net.URI;

/** Makes WebSocket connections. Any thread. */
public interface Sockets {
  /** Begins to connect; the listener hears what comes of it. */
  void open(URI address, SocketListener listener);
}
