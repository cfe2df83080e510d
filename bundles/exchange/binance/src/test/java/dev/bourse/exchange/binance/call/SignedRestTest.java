package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.RestException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a refusal over REST stops, and what it does not. */
@Tag("G4")
@Tag("G5")
class SignedRestTest {
  private static final String WALLET = "/sapi/v1/capital/deposit/hisrec";
  private static final String SPOT = "/api/v3/account";
  private static final Duration WHILE = Duration.ofSeconds(60);

  private final HttpServer venue;
  private final HttpRest http;
  private final SignedRest rest;
  private final AtomicLong now = new AtomicLong(Duration.ofDays(20_000).toNanos());
  private final Limits limits = new Limits(new Weights(new VenueClock(now::get)));
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 429;

  SignedRestTest() throws IOException {
    venue = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    venue.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().add("Retry-After", "60");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    venue.start();
    URI address = URI.create("http://127.0.0.1:" + venue.getAddress().getPort());
    http = new HttpRest(address, Duration.ofSeconds(30));
    VenueClock clock = limits.weights().clock();
    rest = new SignedRest(http, new Credentials(ApiKey.of("abc", "def", ""), clock, 5000), limits);
  }

  @AfterEach
  void close() {
    http.close();
    venue.stop(0);
  }

  private RestException refused(String path) {
    try {
      rest.get(path, new Params());
      throw new AssertionError(path + " was answered");
    } catch (RestException e) {
      return e;
    }
  }

  @Test
  void tooMuchAskedAboutWalletsStopsNoOrderAndNoCancel() {
    RestException refusal = refused(WALLET);

    Duration order = limits.room(Cost.ORDER);
    Duration cancel = limits.room(Cost.CANCEL);

    assertThat(refusal.patience()).isEqualTo(WHILE);
    assertThat(order).isZero();
    assertThat(cancel).isZero();
    assertThat(limits.orderProblem()).isNull();
    assertThat(limits.pause(1)).isZero();
  }

  @Test
  void walletsAreNotAskedAboutUntilTheVenueWantsItAgain() {
    RestException first = refused(WALLET);
    now.addAndGet(WHILE.minusSeconds(1).toNanos());
    RestException second = refused("/sapi/v1/asset/transfer");
    List<String> before = List.copyOf(asked);

    now.addAndGet(Duration.ofSeconds(1).toNanos());
    RestException third = refused(WALLET);

    assertThat(before).containsExactly(WALLET);
    assertThat(second.passing()).isTrue();
    assertThat(second.patience()).isEqualTo(Duration.ofSeconds(1));
    assertThat(List.of(first.status(), second.status(), third.status()))
        .containsExactly(429, 0, 429);
  }

  @Test
  void aBanOfOurAddressStopsEverythingWhereverItIsTold() {
    status = 418;

    RestException refusal = refused(WALLET);

    assertThat(refusal.status()).isEqualTo(418);
    assertThat(limits.ban()).isEqualTo(WHILE);
    assertThat(limits.orderProblem()).startsWith("RATE_LIMIT: until=");
  }

  @Test
  void tooMuchAskedOfTheMarketStopsWalletsToo() {
    RestException refusal = refused(SPOT);

    assertThatThrownBy(() -> rest.get(WALLET, new Params()))
        .isInstanceOf(RestException.class)
        .hasMessageContaining("is not asked now");
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(limits.ban()).isEqualTo(WHILE);
    assertThat(asked).containsExactly(SPOT);
  }
}
