package dev.bourse.venue.binance;

import dev.bourse.venue.binance.protocol.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to the venue over a WebSocket. */
final class Socket implements WebSocket.Listener {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final List<String> pings = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private volatile String closing = "";
  private final WebSocket socket;

  Socket(LocalVenue venue, String path) {
    this.socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create(venue.socketUrl() + path), this)
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      messages.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    pings.add("ping");
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closing = code + " " + reason;
    ended.complete(code == 1006 ? "cut" : "closed");
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    ended.complete("cut");
  }

  /** Sends a JSON object of names and values. */
  Socket send(Object... namesAndValues) {
    socket
        .sendText(Json.write(Json.object(namesAndValues), false), true)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
    return this;
  }

  /** The next message as it came. */
  String text() {
    try {
      String message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("nothing came for " + PATIENCE);
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The next message. */
  Map<String, Object> next() {
    @SuppressWarnings("unchecked")
    Map<String, Object> message = (Map<String, Object>) Json.read(text());
    return message;
  }

  /** The next event of an account of a kind; others are passed over. */
  Map<String, Object> event(String kind) {
    while (true) {
      Object event = next().get("event");
      if (event instanceof Map<?, ?> map && kind.equals(map.get("e"))) {
        @SuppressWarnings("unchecked")
        Map<String, Object> found = (Map<String, Object>) map;
        return found;
      }
    }
  }

  /** How the connection ended: {@code closed} in order, or {@code cut}. */
  String end() {
    return ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** With which code and text it was closed. */
  String closing() {
    return closing;
  }

  /** Sends a ping. */
  Socket ping() {
    socket
        .sendPing(ByteBuffer.allocate(0))
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
    return this;
  }

  /** Sends a pong that nobody asked for. */
  Socket pong() {
    socket
        .sendPong(ByteBuffer.allocate(0))
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
    return this;
  }

  /** How many pings came. */
  int pings() {
    return pings.size();
  }

  void close() {
    socket.abort();
  }
}
