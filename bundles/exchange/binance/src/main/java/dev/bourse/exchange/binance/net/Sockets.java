package dev.bourse.exchange.binance.net;

import java.net.URI;

/** Makes WebSocket connections. Any thread. */
public interface Sockets {
  /** Begins to connect; the listener hears what comes of it. */
  void open(URI address, SocketListener listener);

  /**
   * The same for a listener that is to hear of every attempt: one that cannot even begin is told by
   * the worker as one that ended.
   */
  default void open(URI address, SocketListener listener, Worker worker) {
    try {
      open(address, listener);
    } catch (RuntimeException | Error e) { // whatever it is: who waits for an end waits for ever
      worker.soon(() -> listener.ended("it could not be opened: " + e));
    }
  }
}
