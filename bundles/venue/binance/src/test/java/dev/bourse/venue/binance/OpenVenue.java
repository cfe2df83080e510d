package dev.bourse.venue.binance;

import dev.bourse.api.model.AggressorSide;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.venue.binance.Client.Reply;
import dev.bourse.venue.binance.protocol.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A venue on a free port with two accounts, alice and bob, whose time stands still until a test
 * moves it. BTCUSDT is at 60000.00 / 60000.01, two of it at each.
 */
final class OpenVenue implements AutoCloseable {
  /** When the venue opens. */
  static final Instant START = Instant.ofEpochMilli(1_700_000_000_000L);

  final AtomicReference<Instant> time = new AtomicReference<>(START);
  final InstantSource clock = time::get;
  final LocalVenue venue;
  final Client alice;
  final Client bob;

  OpenVenue() {
    this(VenueSettings.local());
  }

  OpenVenue(VenueSettings settings) {
    String rich = "100000 USDT,10 BTC,100 ETH";
    try {
      this.venue =
          LocalVenue.start(
              new SimulatedExchangeFactory(),
              settings
                  .at(clock)
                  .with(new VenueAccount("alice", rich, ApiKey.hmac("alicekey", "alicesecret")))
                  .with(new VenueAccount("bob", rich, ApiKey.hmac("bobkey", "bobsecret"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.alice = new Client(venue, "alicekey", "alicesecret", clock);
    this.bob = new Client(venue, "bobkey", "bobsecret", clock);
    quote("60000.00", "60000.01");
  }

  /** A best bid and offer of two each. */
  void quote(String bid, String ask) {
    venue.quote("BTCUSDT", bid, "2", ask, "2");
  }

  void trade(String price) {
    venue.trade("BTCUSDT", price, "0.5", AggressorSide.BUYER);
  }

  void passMillis(long millis) {
    time.updateAndGet(now -> now.plusMillis(millis));
  }

  @Override
  public void close() {
    venue.close();
  }

  /** A limit order that stays. */
  static Reply limit(Client client, String side, String quantity, String price, String... more) {
    String[] parameters = new String[12 + more.length];
    List<String> first =
        List.of(
            "symbol",
            "BTCUSDT",
            "side",
            side,
            "type",
            "LIMIT",
            "timeInForce",
            "GTC",
            "quantity",
            quantity,
            "price",
            price);
    for (int i = 0; i < 12; i++) {
      parameters[i] = first.get(i);
    }
    System.arraycopy(more, 0, parameters, 12, more.length);
    return client.signed("POST", "/api/v3/order", parameters);
  }

  /** An order that was placed, as it is now. */
  static Reply query(Client client, Reply placed) {
    return client.signed(
        "GET", "/api/v3/order", "symbol", "BTCUSDT", "orderId", placed.get("orderId"));
  }

  /** What an account has free and locked of BTC and USDT. */
  static List<String> balances(Client client) {
    List<?> rows =
        (List<?>) ((Map<?, ?>) client.signed("GET", "/api/v3/account").body()).get("balances");
    return rows.stream()
        .map(row -> (Map<?, ?>) row)
        .filter(row -> List.of("BTC", "USDT").contains(row.get("asset")))
        .map(row -> row.get("asset") + " " + row.get("free") + " " + row.get("locked"))
        .toList();
  }
}
