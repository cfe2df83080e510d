package dev.bourse.exchange.binance.rest;

import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.io.CloseMode;

/**
 * The connections of an HTTP client, as long as somebody holds them. The client's own pool knows
 * nothing of a connection that is made while the pool is closed: it would stay open. Any thread.
 */
final class OpenedConnections implements HttpConnectionFactory<ManagedHttpClientConnection> {
  private final HttpConnectionFactory<ManagedHttpClientConnection> maker;
  private final Set<ManagedHttpClientConnection> made =
      Collections.newSetFromMap(new WeakHashMap<>());

  OpenedConnections(HttpConnectionFactory<ManagedHttpClientConnection> maker) {
    this.maker = maker;
  }

  @Override
  public ManagedHttpClientConnection createConnection(Socket socket) throws IOException {
    ManagedHttpClientConnection connection = maker.createConnection(socket);
    synchronized (this) {
      made.add(connection);
    }
    return connection;
  }

  /** Ends all that there are. */
  void end() {
    List<ManagedHttpClientConnection> all;
    synchronized (this) {
      all = List.copyOf(made);
    }
    all.forEach(each -> each.close(CloseMode.IMMEDIATE));
  }
}
