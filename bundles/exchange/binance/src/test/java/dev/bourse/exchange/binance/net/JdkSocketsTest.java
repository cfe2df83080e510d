package dev.bourse.exchange.binance.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is heard of a connection that the venue does not let open. */
@Tag("G5")
class JdkSocketsTest implements SocketListener {
  private final CompletableFuture<String> heard = new CompletableFuture<>();

  @Override
  public void opened(Socket socket) {
    heard.complete("opened");
  }

  @Override
  public void text(String text) {
    heard.complete("text");
  }

  @Override
  public void pinged() {
    heard.complete("pinged");
  }

  @Override
  public void ended(String reason) {
    heard.complete("ended: " + reason);
  }

  @Override
  public void refused(String reason, Duration patience) {
    heard.complete(patience + ": " + reason);
  }

  private String opened(int status, String retryAfter) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("ws://127.0.0.1:" + server.getAddress().getPort() + "/ws-api/v3");
      new JdkSockets().open(address, this);
      return heard.get(60, TimeUnit.SECONDS);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRefusalSaysHowLongTheVenueWantsToBeLeftAlone() throws Exception {
    String status = "the venue refused the connection with status 418";

    String banned = opened(418, "600");

    assertThat(banned).isEqualTo("PT10M: " + status + ", and wants to be left alone for 600 s");
  }

  @Test
  void aRefusalWithoutAWishIsAnEnd() throws Exception {
    String status = "the venue refused the connection with status 503";

    String away = opened(503, "");

    assertThat(away).isEqualTo("ended: " + status);
  }

  @Test
  void aVenueThatIsNotThereIsSaidInASentence() throws Exception {
    int free;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = taken.getLocalPort();
    }

    new JdkSockets().open(URI.create("ws://127.0.0.1:" + free), this);

    assertThat(heard.get(60, TimeUnit.SECONDS))
        .isEqualTo("ended: nothing answers at its address, or the network is away");
  }
}
