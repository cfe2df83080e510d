package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.Rest;
import dev.bourse.exchange.binance.rest.RestException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Market data is asked for within the limits that it shares with the accounts of its host. */
@Tag("G4")
@Tag("G5")
class LimitedRestTest implements Rest {
  private static final long MINUTE = 60_000_000_000L;
  private static final String BOOK = "/api/v3/depth?symbol=BTCUSDT&limit=1000";

  private static final String REFERENCE = "/api/v3/referencePrice?symbol=BTCUSDT";

  private final AtomicLong now = new AtomicLong(1_000 * MINUTE);
  private final Weights weights = new Weights(new VenueClock(now::get));
  private final Limits account = new Limits(weights);
  private final LimitedRest limited = new LimitedRest(this, weights);
  private final List<String> asked = new ArrayList<>();
  private Duration ban = Duration.ZERO;

  @Override
  public String get(String path) throws RestException {
    asked.add(path);
    if (path.equals(REFERENCE)) {
      throw new RestException("no reference price", -2043, false, Duration.ZERO);
    }
    if (!ban.isZero()) {
      throw new RestException("banned", -1003, true, ban);
    }
    return "{}";
  }

  private void used(int count) throws Exception {
    weights.heard(
        Json.read(
            "[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":"
                + "6000,\"count\":"
                + count
                + "}]"));
  }

  private RestException refused(String path) {
    return catchThrowableOfType(RestException.class, () -> limited.get(path));
  }

  @Test
  void whatWouldLeaveNoRoomForOrdersIsNotAsked() throws Exception {
    used(4760);
    limited.get("/api/v3/historicalTrades?symbol=BTCUSDT");

    RestException book = refused(BOOK);

    assertThat(asked).containsExactly("/api/v3/historicalTrades?symbol=BTCUSDT");
    assertThat(book.patience()).isEqualTo(Duration.ofMinutes(1));
    assertThat(book.passing()).isTrue();
    assertThat(account.orderProblem()).isNull();
  }

  @Test
  void aBanOfMarketDataStopsTheAccountToo() {
    ban = Duration.ofMinutes(2);

    RestException first = refused(BOOK);
    RestException second = refused(BOOK);

    assertThat(asked).hasSize(1);
    assertThat(first.code()).isEqualTo(-1003);
    assertThat(second.patience()).isEqualTo(ban);
    assertThat(account.problem()).startsWith("RATE_LIMIT: until=");
  }

  @Test
  void aBanOfTheAccountStopsMarketData() {
    account.refused(new Refusal(418, -1003, "banned", Json.NOTHING, now.get() / 1_000_000 + 5_000));

    RestException book = refused(BOOK);

    assertThat(asked).isEmpty();
    assertThat(book.patience()).isEqualTo(Duration.ofSeconds(5));
  }

  /** The venue's clock may go back when it is measured anew: until then is later than it was. */
  @Test
  void aRefusalThatAsksForNoPatienceStopsNothingWhateverTheClockDoes() {
    RestException refusal = refused(REFERENCE);

    now.addAndGet(-Duration.ofSeconds(7).toNanos());

    assertThat(refusal.code()).isEqualTo(-2043);
    assertThat(account.problem()).isNull();
    assertThat(weights.ban()).isZero();
  }

  @Test
  void whatIsUsedUpBeforeALimitIsKnownStopsNothing() throws Exception {
    weights.used(5_999);

    limited.get(BOOK);

    assertThat(asked).hasSize(1);
  }

  @Test
  void everybodyWhoAsksAHostSharesItsLimits() {
    Hosts hosts = new Hosts();

    Weights one = hosts.of(URI.create("https://api.binance.com/one"));

    assertThat(hosts.of(URI.create("wss://api.binance.com"))).isSameAs(one);
    assertThat(hosts.of(URI.create("https://data-api.binance.vision"))).isNotSameAs(one);
  }
}
