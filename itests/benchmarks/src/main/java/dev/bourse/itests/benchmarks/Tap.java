package dev.bourse.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final byte[] TICK = bytes("\"q\":\"" + MARK);
  private static final byte[] ORDER = bytes("order.place");
  private static final byte[] FILLED = bytes("\"X\":\"FILLED\"");
  private static final int BUFFER = 1 << 16;

  private final ServerSocket server;
  private final int target;
  private final List<Socket> open = new ArrayList<>();
  private final AtomicInteger orders = new AtomicInteger();
  private final AtomicInteger filled = new AtomicInteger();
  private volatile Histogram histogram = new Histogram(3);
  private volatile long tickAt;

  /** Moves bytes one way until the connection ends. */
  private interface Watch {
    void saw(byte[] buffer, int length, long at);
  }

  Tap(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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
        start(() -> pass(client, venue, this::sent, false));
        start(() -> pass(venue, client, this::told, true));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  /**
   * The moment that counts is before the writing on the way in, after the reading on the way out.
   */
  private static void pass(Socket from, Socket to, Watch watch, boolean toAdapter) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(buffer);
      while (length > 0) {
        long readAt = System.nanoTime();
        watch.saw(buffer, length, toAdapter ? 0 : readAt);
        out.write(buffer, 0, length);
        length = in.read(buffer);
      }
    } catch (IOException e) {
      // One side has ended it.
    }
  }

  private void told(byte[] buffer, int length, long unused) {
    if (contains(buffer, length, FILLED)) {
      filled.incrementAndGet();
    }
    if (contains(buffer, length, TICK)) {
      tickAt = System.nanoTime();
    }
  }

  private void sent(byte[] buffer, int length, long at) {
    if (isOrder(buffer, length)) {
      histogram.recordValue(at - tickAt);
      orders.incrementAndGet();
    }
  }

  /** What clients send is masked: RFC 6455, 5.3. */
  private static boolean isOrder(byte[] buffer, int length) {
    int size = buffer[1] & 0x7f;
    int mask = size == 127 ? 10 : size == 126 ? 4 : 2;
    if ((buffer[1] & 0x80) == 0 || length < mask + 4) {
      return false;
    }
    byte[] plain = Arrays.copyOfRange(buffer, mask + 4, length);
    for (int i = 0; i < plain.length; i++) {
      plain[i] ^= buffer[mask + i % 4];
    }
    return contains(plain, plain.length, ORDER);
  }

  private static boolean contains(byte[] buffer, int length, byte[] wanted) {
    for (int i = 0; i + wanted.length <= length; i++) {
      if (buffer[i] == wanted[0]
          && Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
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
