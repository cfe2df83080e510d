package dev.bourse.data.binance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Binance's archive and REST interface on loopback, with faults on demand. */
final class FakeBinance implements AutoCloseable {
  static final long MINUTE = 60_000;
  private static final String INFO =
      """
      {"timezone":"UTC","symbols":[{"symbol":"BTCUSDT","baseAsset":"BTC","baseAssetPrecision":8,\
      "quoteAsset":"USDT","quoteAssetPrecision":8,"filters":[\
      {"filterType":"PRICE_FILTER","minPrice":"0.01000000","tickSize":"0.01000000"},\
      {"filterType":"LOT_SIZE","minQty":"0.00001000","maxQty":"9000.00000000","stepSize":"0.00001000"},\
      {"filterType":"NOTIONAL","minNotional":"5.00000000"}]}]}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final TreeMap<Long, String> bars = new TreeMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile long now;

  FakeBinance() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** What goes wrong once; true if it has answered itself. */
  interface Fault {
    boolean answer(HttpExchange exchange, byte @Nullable [] body) throws IOException;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  FakeBinance now(long millis) {
    now = millis;
    return this;
  }

  /** A published file with its right checksum. */
  FakeBinance publish(String path, String... lines) {
    byte[] zip = zip(path.substring(path.lastIndexOf('/') + 1).replace(".zip", ".csv"), lines);
    files.put(path, zip);
    String name = path.substring(path.lastIndexOf('/') + 1);
    files.put(
        path + ".CHECKSUM", (sha256(zip) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  FakeBinance file(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  int size(String path) {
    return files.getOrDefault(path, new byte[0]).length;
  }

  /** Bars that REST knows. */
  FakeBinance rest(long from, int count) {
    for (int i = 0; i < count; i++) {
      bars.put(from + i * MINUTE, bar(from + i * MINUTE));
    }
    return this;
  }

  FakeBinance fault(String path, Fault... each) {
    faults.computeIfAbsent(path, absent -> new ArrayDeque<>()).addAll(Arrays.asList(each));
    return this;
  }

  /** Answers with a status, and seconds of Retry-After if they are not negative. */
  static Fault status(int status, int retryAfter) {
    return (exchange, body) -> {
      if (retryAfter >= 0) {
        exchange.getResponseHeaders().add("Retry-After", String.valueOf(retryAfter));
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
      return true;
    };
  }

  /** Promises everything and closes the connection after some bytes. */
  static Fault cutAfter(int bytes) {
    return (exchange, body) -> {
      byte[] whole = body == null ? new byte[0] : body;
      exchange.sendResponseHeaders(200, whole.length);
      OutputStream out = exchange.getResponseBody();
      out.write(whole, 0, bytes);
      out.flush();
      exchange.close();
      return true;
    };
  }

  /** Sends other bytes than the file has. */
  static Fault garbage() {
    return (exchange, body) -> {
      byte[] other = new byte[body == null ? 0 : body.length];
      exchange.sendResponseHeaders(200, other.length);
      exchange.getResponseBody().write(other);
      exchange.close();
      return true;
    };
  }

  /** All paths that were asked for, with the range if there was one. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  void forget() {
    asked.clear();
  }

  static long millis(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** Lines of a published file, a bar each minute. */
  static String[] lines(long from, int count) {
    String[] lines = new String[count];
    for (int i = 0; i < count; i++) {
      lines[i] = line(from + i * MINUTE, 1);
    }
    return lines;
  }

  /**
   * A line of a published file.
   *
   * @param factor 1 for milliseconds, 1000 for microseconds
   */
  static String line(long open, int factor) {
    return open * factor
        + ",42000.00000000,42000.50000000,41999.50000000,42000.10000000,1.50000000,"
        + ((open + MINUTE) * factor - 1)
        + ",63000.0,7,0.7,29400.0,0";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(range == null ? path : path + " " + range);
    byte[] body = path.startsWith("/api") ? api(exchange) : files.get(path);
    Deque<Fault> waiting = faults.get(exchange.getRequestURI().getPath());
    Fault fault = waiting == null ? null : waiting.poll();
    if (fault != null && fault.answer(exchange, body)) {
      return;
    }
    if (body == null) {
      exchange.sendResponseHeaders(404, -1);
    } else if (range == null) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } else {
      part(exchange, body, Integer.parseInt(range.replaceAll("\\D", "")));
    }
    exchange.close();
  }

  private static void part(HttpExchange exchange, byte[] body, int from) throws IOException {
    if (from >= body.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    exchange.sendResponseHeaders(206, body.length - from);
    exchange.getResponseBody().write(body, from, body.length - from);
  }

  private byte[] api(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String text =
        switch (path) {
          case "/api/v3/time" -> "{\"serverTime\":" + now + "}";
          case "/api/v3/exchangeInfo" -> INFO;
          default -> klines(query);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String klines(String query) {
    Map<String, Long> numbers = new TreeMap<>();
    for (String each : query.split("&", -1)) {
      String[] pair = each.split("=", 2);
      if (pair[1].matches("\\d+")) {
        numbers.put(pair[0], Long.valueOf(pair[1]));
      }
    }
    return bars
        .subMap(
            numbers.get("startTime"), true, numbers.getOrDefault("endTime", Long.MAX_VALUE), true)
        .values()
        .stream()
        .limit(numbers.get("limit"))
        .toList()
        .toString();
  }

  private static String bar(long open) {
    return "["
        + open
        + ",\"42000.00000000\",\"42000.50000000\",\"41999.50000000\",\"42000.10000000\","
        + "\"1.50000000\","
        + (open + MINUTE - 1)
        + ",\"63000.0\",7,\"0.7\",\"29400.0\",\"0\"]";
  }

  private static byte[] zip(String name, String... lines) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
