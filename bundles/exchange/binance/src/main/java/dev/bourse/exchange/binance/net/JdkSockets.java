package dev.bourse.exchange.binance.net;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's WebSocket client. It answers pings by itself. It does not always tell when the other
 * side ends a connection right behind a message: whoever needs to know must ask something.
 */
public final class JdkSockets implements Sockets {
  private static final Duration CONNECT = Duration.ofSeconds(30);

  /** More than any message has: a connection that says more is not the venue's. */
  private static final int MOST_CHARACTERS = 16 << 20;

  private @Nullable HttpClient client;

  /** Nothing is opened yet. */
  public JdkSockets() {}

  /** Made when it is first needed, by whoever may block: that takes a while. */
  private synchronized HttpClient client() {
    HttpClient there = client;
    if (there == null) {
      there = HttpClient.newBuilder().connectTimeout(CONNECT).build();
      client = there;
    }
    return there;
  }

  @Override
  public void open(URI address, SocketListener listener) {
    Line line = new Line(listener);
    line.opening =
        client()
            .newWebSocketBuilder()
            .connectTimeout(CONNECT)
            .buildAsync(address, line)
            .whenComplete((socket, failure) -> line.refused(failure));
  }

  /** One connection as the JDK sees it. */
  private static final class Line implements WebSocket.Listener, Socket {
    private final SocketListener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final StringBuilder parts = new StringBuilder();
    private final Object sending = new Object();
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable CompletableFuture<WebSocket> opening;
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    Line(SocketListener listener) {
      this.listener = listener;
    }

    void refused(@Nullable Throwable failure) {
      if (failure == null || !over.compareAndSet(false, true)) {
        return;
      }
      Duration patience = patience(cause(failure));
      if (patience.isZero()) {
        listener.ended(reason(failure));
      } else {
        String wish = ", and wants to be left alone for " + patience.toSeconds() + " s";
        listener.refused(reason(failure) + wish, patience);
      }
    }

    /** What the venue asked for when it did not let the connection open. */
    private static Duration patience(Throwable cause) {
      if (!(cause instanceof WebSocketHandshakeException refused)) {
        return Duration.ZERO;
      }
      HttpResponse<?> answer = refused.getResponse();
      return answer == null
          ? Duration.ZERO
          : RetryAfter.of(answer.headers().firstValue("Retry-After").orElse(""));
    }

    private static Throwable cause(Throwable failure) {
      return failure.getCause() == null ? failure : failure.getCause();
    }

    private static String reason(Throwable failure) {
      Throwable cause = cause(failure);
      if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
        return "the venue refused the connection with status " + refused.getResponse().statusCode();
      }
      if (cause instanceof ConnectException) {
        return "nothing answers at its address, or the network is away";
      }
      return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private void end(String reason) {
      if (over.compareAndSet(false, true)) {
        listener.ended(reason);
      }
    }

    @Override
    public void onOpen(WebSocket opened) {
      socket = opened;
      listener.opened(this);
      opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      if (parts.length() + data.length() > MOST_CHARACTERS) {
        from.abort();
        end("a message had more than " + MOST_CHARACTERS + " characters and was not read");
        return null;
      }
      parts.append(data);
      if (last) {
        String text = parts.toString();
        parts.setLength(0);
        listener.text(text);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
      listener.pinged();
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      end(
          "the venue closed the connection, status "
              + status
              + (reason.isEmpty() ? "" : " " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      end(reason(failure));
    }

    @Override
    public void send(String text) {
      WebSocket open = socket;
      if (open == null) {
        return;
      }
      synchronized (sending) {
        sent =
            sent.thenCompose(before -> open.sendText(text, true))
                .whenComplete((done, failure) -> refused(failure));
      }
    }

    @Override
    public void drop() {
      WebSocket open = socket;
      CompletableFuture<WebSocket> begun = opening;
      over.set(true);
      if (begun != null) {
        begun.cancel(true);
      }
      if (open != null) {
        open.abort();
      }
    }
  }
}
