package dev.bourse.itests.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A port that leads to a venue, until it is unplugged: then connections to it are cut, and new ones
 * are refused as by a machine on which nothing listens. The venue behind it notices no more than
 * that its clients went.
 */
final class Cable implements AutoCloseable {
  private final int venue;
  private final InetSocketAddress address;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable ServerSocket> door = new AtomicReference<>();
  private @Nullable SocketChannel keeper;

  Cable(int venue) throws IOException {
    this.venue = venue;
    ServerSocket first = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.getLocalPort());
    open(first);
  }

  int port() {
    return address.getPort();
  }

  private void open(ServerSocket opened) {
    door.set(opened);
    daemon(() -> accept(opened));
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), venue);
        sockets.add(client);
        sockets.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        daemon(() -> carry(client, server));
        daemon(() -> carry(server, client));
        if (opened.isClosed()) {
          cut();
        }
      } catch (IOException e) {
        // the door was closed, or the client is gone already
      }
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // cut
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void cut() {
    for (Socket each : sockets) {
      try {
        each.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Nobody listens at the port any more; it is kept from others, bound and without an ear. */
  synchronized void unplug() {
    try {
      close(door.getAndSet(null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    keeper = bound(this::deaf);
    cut();
  }

  private SocketChannel deaf() throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      return channel.bind(address);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The port leads to the venue again. */
  synchronized void plugIn() {
    try {
      if (keeper != null) {
        keeper.close();
        keeper = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open(bound(this::listening));
  }

  private ServerSocket listening() throws IOException {
    ServerSocket again = new ServerSocket();
    try {
      again.setReuseAddress(true);
      again.bind(address);
      return again;
    } catch (IOException e) {
      again.close();
      throw e;
    }
  }

  /** Takes the port. */
  private interface Binding<T> {
    T bind() throws IOException;
  }

  /** A port is free a moment after it was closed, when nobody waits at it any more. */
  private static <T> T bound(Binding<T> binding) {
    AtomicReference<@Nullable T> taken = new AtomicReference<>();
    LiveBench.waitUntil(
        "the port is free",
        () -> {
          try {
            taken.set(binding.bind());
          } catch (IOException e) {
            return false;
          }
          return true;
        });
    return Objects.requireNonNull(taken.get());
  }

  private static void close(@Nullable ServerSocket opened) throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public synchronized void close() {
    try {
      close(door.getAndSet(null));
      if (keeper != null) {
        keeper.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
