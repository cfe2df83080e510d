package dev.bourse.exchange.binance.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A venue that answers, but never ends to. */
@Tag("H1")
class HttpRestTest {
  /** The venue would need a minute for them. */
  private static final int BYTES = 3_000;

  private static final long BETWEEN_BYTES = 20;

  private final ServerSocket venue;
  private final HttpRest rest;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Integer> dripped = new CompletableFuture<>();
  private volatile String begin = "";

  HttpRestTest() throws IOException {
    venue = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    rest =
        new HttpRest(URI.create("http://127.0.0.1:" + venue.getLocalPort()), Duration.ofSeconds(1));
  }

  @BeforeEach
  void open() {
    Thread thread = new Thread(this::drip, "dripping-venue");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    closed.countDown();
    rest.close();
    venue.close();
  }

  /** Byte by byte, so that each wait is short; how many went out before the connection ended. */
  private void drip() {
    int count = 0;
    try (Socket asking = venue.accept()) {
      OutputStream out = asking.getOutputStream();
      out.write(begin.getBytes(US_ASCII));
      while (count < BYTES && !closed.await(BETWEEN_BYTES, TimeUnit.MILLISECONDS)) {
        out.write('1');
        out.flush();
        count++;
      }
    } catch (IOException e) {
      dripped.complete(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    dripped.complete(count);
  }

  private RestException failure() {
    return catchThrowableOfType(RestException.class, () -> rest.get("/api/v3/time"));
  }

  @Test
  void aBodyThatDripsIsNotWaitedForLongerThanAnAnswerMayTake() {
    begin = "HTTP/1.1 200 OK\r\nContent-Length: " + BYTES + "\r\n\r\n";

    RestException failure = failure();

    assertThat(failure).hasMessageContaining("/api/v3/time did not answer: ");
    assertThat(failure.passing()).isTrue();
    assertThat(dripped.join()).isLessThan(BYTES);
  }

  @Test
  void anAnswerIsGoodThoughTheWeightItTellsCannotBeRead() throws Exception {
    begin = "HTTP/1.1 200 OK\r\nX-MBX-USED-WEIGHT-1M: much\r\nContent-Length: 1\r\n\r\n";

    String answer = rest.get("/api/v3/time");

    assertThat(answer).isEqualTo("1");
  }

  @Test
  void aHeadThatDripsIsNotWaitedForEither() {
    begin = "HTTP/1.1 200 OK\r\nX-Long: ";

    RestException failure = failure();

    assertThat(failure).hasMessageContaining("/api/v3/time did not answer: ");
    assertThat(failure.passing()).isTrue();
    assertThat(dripped.join()).isLessThan(BYTES);
  }
}
