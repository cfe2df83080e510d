package dev.bourse.exchange.binance.rest;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Asks by Apache's HTTP client, over connections that are kept. Any thread. */
public final class HttpRest implements Rest, AutoCloseable {
  private static final int OK = 200;

  /** A book of 5,000 levels has 300 kB; a description of all symbols 20 MB. */
  private static final int MOST_BYTES = 64 << 20;

  private final Duration timeout;
  private final Timeout limit;
  private final String base;
  private final OpenedConnections opened;
  private volatile LongConsumer usedWeight = any -> {};
  private @Nullable CloseableHttpClient client;
  private boolean closed;

  /**
   * A client.
   *
   * @param base the address before all paths, {@code https://api.binance.com}
   * @param timeout how long an answer may take in all, from the wish for a connection to its last
   *     byte
   */
  public HttpRest(URI base, Duration timeout) {
    this(base, timeout, ManagedHttpClientConnectionFactory.INSTANCE);
  }

  HttpRest(
      URI base, Duration timeout, HttpConnectionFactory<ManagedHttpClientConnection> connections) {
    this.opened = new OpenedConnections(connections);
    this.timeout = timeout;
    this.limit = Timeout.of(timeout);
    this.base = base.toString();
  }

  /** Made when it is first needed, by whoever may block: that takes a while. */
  private synchronized CloseableHttpClient client() throws IOException {
    if (closed) {
      throw new IOException("it was closed");
    }
    CloseableHttpClient there = client;
    if (there == null) {
      there = newClient();
      client = there;
    }
    return there;
  }

  private CloseableHttpClient newClient() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(opened)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(limit).build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(limit)
                .setResponseTimeout(limit)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .build();
  }

  /** Who is told how much weight was used up, whenever an answer says it. */
  public void onUsedWeight(LongConsumer listener) {
    usedWeight = listener;
  }

  @Override
  public String get(String path) throws RestException {
    return execute(new HttpGet(base + path), path);
  }

  /** Asks with a key; neither the query nor the key stands in what is thrown. */
  public String get(String path, String query, String key) throws RestException {
    HttpGet request = new HttpGet(base + path + "?" + query);
    request.addHeader("X-MBX-APIKEY", key);
    return execute(request, path);
  }

  private String execute(HttpGet request, String shown) throws RestException {
    request.addHeader("X-MBX-TIME-UNIT", "MICROSECOND");
    CompletableFuture<Void> whole = new CompletableFuture<>();
    try {
      CloseableHttpClient there = client();
      bound(whole, request);
      return there.execute(request, answer -> text(shown, answer));
    } catch (RefusedException e) {
      throw e.refusal;
    } catch (IOException e) {
      String failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      boolean late = whole.isCompletedExceptionally();
      String reason = late ? "its answer was not whole within " + limit : failure;
      throw new RestException(base + shown + " did not answer: " + reason, 0, true, Duration.ZERO);
    } finally {
      whole.complete(null);
      endIfClosed();
    }
  }

  /** What was opened while it was closed is in nobody's pool. */
  private synchronized void endIfClosed() {
    if (closed) {
      opened.end();
    }
  }

  /**
   * Ends the connection of an answer that is not whole in time: the client's own limits hold for
   * each wait, so that a venue which lets a byte drip now and then would be waited for for ever.
   */
  private void bound(CompletableFuture<Void> whole, HttpGet request) {
    CompletableFuture<Void> unused =
        whole
            .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete(
                (done, late) -> {
                  if (late != null) {
                    request.cancel();
                  }
                });
  }

  private String text(String path, ClassicHttpResponse answer) throws IOException, ParseException {
    String body =
        answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity(), MOST_BYTES);
    Header used = answer.getFirstHeader("X-MBX-USED-WEIGHT-1M");
    if (used != null) {
      tellWeight(used.getValue());
    }
    if (answer.getCode() == OK) {
      return body;
    }
    Header after = answer.getFirstHeader("Retry-After");
    throw new RefusedException(
        Refusals.of(base + path, answer.getCode(), body, after == null ? "" : after.getValue()));
  }

  /** What cannot be read says nothing: the answer is good without it. */
  private void tellWeight(String used) {
    if (used.matches("\\d{1,9}")) {
      usedWeight.accept(Long.parseLong(used));
    }
  }

  /** Brings a refusal out of the client, which lets nothing else through. */
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient RestException refusal;

    RefusedException(RestException refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
  }
}
