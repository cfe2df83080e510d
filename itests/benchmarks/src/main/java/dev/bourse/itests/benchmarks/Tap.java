package dev.bourse.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * Stands between an adapter and the local venue and passes on every byte. It notes when a marked
 * trade is about to be written to the adapter's socket, and when an order has been read from it.
 */
final class Tap implements AutoCloseable {
  /** The size of a trade that asks for an order. */
  static final String MARK = "0.00777";

  private static final String TICK = "\"q\":\"" + MARK;
  private static final String ORDER = "order.place";
  private static final String FILLED = "\"X\":\"FILLED\"";
  private static final int BUFFER = 1 << 16;

  private final ServerSocket server;
  private final int target;
  private final List<Socket> open = new ArrayList<>();
  private final AtomicInteger orders = new AtomicInteger();
  private final AtomicInteger filled = new AtomicInteger();
  private volatile Histogram histogram = new Histogram(3);
  private volatile long tickAt;

  /** What is looked for in one direction; it is told before the end of a message is passed on. */
  private interface Watch {
    void saw(String message, long readAt);
  }

  Tap(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "ws://127.0.0.1:" + server.getLocalPort();
  }

  /** From now on what is measured goes there. */
  void into(Histogram fresh) {
    histogram = fresh;
  }

  int orders() {
    return orders.get();
  }

  int filled() {
    return filled.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tap");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket venue = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        venue.setTcpNoDelay(true);
        synchronized (open) {
          open.addAll(List.of(client, venue));
        }
        start(() -> pass(client, venue, this::sent));
        start(() -> pass(venue, client, this::told));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private static void pass(Socket from, Socket to, Watch watch) {
    byte[] buffer = new byte[BUFFER];
    Frames frames = new Frames();
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(buffer);
      while (length > 0) {
        long readAt = System.nanoTime();
        frames.read(buffer, length, message -> watch.saw(message, readAt));
        out.write(buffer, 0, length);
        length = in.read(buffer);
      }
    } catch (IOException e) {
      // One side has ended it.
    }
  }

  /** On the way in the moment that counts is the one before the writing. */
  private void told(String message, long unused) {
    if (message.contains(FILLED)) {
      filled.incrementAndGet();
    }
    if (message.contains(TICK)) {
      tickAt = System.nanoTime();
    }
  }

  /** On the way out it is the one after the reading. */
  private void sent(String message, long readAt) {
    if (message.contains(ORDER)) {
      histogram.recordValue(readAt - tickAt);
      orders.incrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (open) {
      for (Socket each : open) {
        each.close();
      }
    }
  }
}
