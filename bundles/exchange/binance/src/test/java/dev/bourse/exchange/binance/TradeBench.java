package dev.bourse.exchange.binance;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.call.Hosts;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.exchange.binance.market.FeedSettings;
import dev.bourse.exchange.binance.net.JdkSockets;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.trade.TradeSettings;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueAccount;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.protocol.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * An account at a local venue over real sockets: 100,000 USDT and 10 BTC; BTCUSDT is at 60000.00 /
 * 60000.01, two of it at each.
 */
final class TradeBench implements AutoCloseable {
  static final InstrumentId BTCUSDT = InstrumentId.of("BTCUSDT.BINANCE");
  static final String KEY = "aliceKey0123456789";
  static final String SECRET = "aliceSecret0123456789";
  private static final String BOB_KEY = "bobKey0123456789";
  private static final String BOB_SECRET = "bobSecret0123456789";
  private static final String RICH = "100000 USDT,10 BTC,100 ETH";
  private static final KeyPair PAIR = pair();
  private static final Duration RECONNECT = Duration.ofMillis(100);

  final LocalVenue venue;
  final RecordingSink sink = new RecordingSink();
  final Exchange exchange;
  private final Duration patience;
  private Instrument instrument;

  /** With an HMAC key. */
  TradeBench() {
    this(ApiKey.of(KEY, SECRET, ""), false);
  }

  TradeBench(ApiKey key, boolean refuseWithdrawals, Right... rights) {
    this(VenueSettings.local(), Duration.ofSeconds(5), key, refuseWithdrawals, rights);
  }

  /** With an HMAC key and so much patience with a venue that is like that. */
  TradeBench(VenueSettings settings, Duration newPatience) {
    this(settings, newPatience, ApiKey.of(KEY, SECRET, ""), false);
  }

  private TradeBench(
      VenueSettings settings,
      Duration patience,
      ApiKey key,
      boolean refuseWithdrawals,
      Right... rights) {
    this.patience = patience;
    try {
      venue =
          LocalVenue.start(
              new SimulatedExchangeFactory(),
              settings
                  .with(
                      new VenueAccount(
                          "alice",
                          RICH,
                          dev.bourse.venue.binance.protocol.ApiKey.hmac(KEY, SECRET, rights),
                          dev.bourse.venue.binance.protocol.ApiKey.ed25519(
                              "ed" + KEY, pem("PUBLIC", PAIR.getPublic().getEncoded()), rights)))
                  .with(
                      new VenueAccount(
                          "bob",
                          RICH,
                          dev.bourse.venue.binance.protocol.ApiKey.hmac(BOB_KEY, BOB_SECRET))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    venue.quote("BTCUSDT", "60000.00", "2", "60000.01", "2");
    exchange = open(key, refuseWithdrawals, sink);
  }

  /** With an Ed25519 key. */
  static TradeBench withPrivateKey() {
    return new TradeBench(privateKey(), false);
  }

  static ApiKey privateKey() {
    return ApiKey.of("ed" + KEY, "", pem("PRIVATE", PAIR.getPrivate().getEncoded()));
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(String kind, byte[] der) {
    String base64 = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
  }

  /** The account opened once more, as another process would. */
  Exchange open(ApiKey key, boolean refuseWithdrawals, RecordingSink reports) {
    return open(key, refuseWithdrawals, reports, Rate.of("0.001"));
  }

  /** The same with other fees in its file. */
  Exchange open(ApiKey key, boolean refuseWithdrawals, RecordingSink reports, Rate fee) {
    return open(key, refuseWithdrawals, TestContext.of(reports).with(List.of()), fee);
  }

  /** Another account of the same venue, with a key of its own. */
  Exchange openOther(AccountId account, RecordingSink reports) {
    TestContext context = new TestContext(account, reports, List.of(), Optional.empty());
    return open(ApiKey.of(BOB_KEY, BOB_SECRET, ""), false, context, Rate.of("0.001"));
  }

  private Exchange open(ApiKey key, boolean refuseWithdrawals, TestContext context, Rate fee) {
    Addresses addresses =
        Addresses.of(
            "production",
            new Addresses.Written(venue.restUrl(), venue.socketUrl(), venue.socketUrl()),
            true);
    FeedSettings feed =
        new FeedSettings(
            addresses.streams(),
            "BINANCE",
            false,
            true,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofHours(23),
            RECONNECT,
            Duration.ofMinutes(10));
    return new BinanceExchange(
        context,
        addresses,
        feed,
        new SymbolReader("BINANCE", fee, fee),
        new JdkSockets(),
        new Hosts(),
        new BinanceExchange.Access(
            key,
            Math.min(60_000, patience.toMillis()),
            settings(addresses.api(), refuseWithdrawals)));
  }

  private TradeSettings settings(URI api, boolean refuseWithdrawals) {
    return new TradeSettings(
        api,
        patience,
        patience,
        patience,
        patience.multipliedBy(2),
        patience.multipliedBy(2).dividedBy(5),
        Duration.ofHours(23),
        RECONNECT,
        Duration.ofSeconds(5),
        refuseWithdrawals,
        false);
  }

  /** Waits until orders can be sent and the rules of BTCUSDT are known. */
  TradeBench connected() {
    awaited(ConnectionChanged.class, ConnectionChanged::connected);
    exchange.marketData().subscribe(BTCUSDT);
    instrument = awaited(InstrumentListed.class, any -> true).instrument();
    sink.take();
    return this;
  }

  Instrument instrument() {
    return instrument;
  }

  <T extends VenueEvent> T awaited(Class<T> type, Predicate<T> wanted) {
    return awaited(sink, type, wanted);
  }

  static <T extends VenueEvent> T awaited(
      RecordingSink reports, Class<T> type, Predicate<T> wanted) {
    try {
      return type.cast(
          reports.await(event -> type.isInstance(event) && wanted.test(type.cast(event))));
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no such " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /** A report about one order. */
  <T extends OrderReport> T report(Class<T> type, String id) {
    return awaited(type, each -> each.orderId().value().equals(id));
  }

  Order limit(String id, Side side, String quantity, String price) {
    return order(id, OrderSpec.limit(instrument, side, Quantity.of(quantity), Price.of(price)));
  }

  Order market(String id, Side side, String quantity) {
    return order(id, OrderSpec.market(instrument, side, Quantity.of(quantity)));
  }

  static Order order(String id, OrderSpec spec) {
    return TestOrders.order(id, spec);
  }

  boolean submit(Order order) {
    return exchange.execution().execute(new ExchangeCommand.Submit(order, 0));
  }

  boolean submitPair(Order stop, Order target) {
    return exchange.execution().execute(new ExchangeCommand.SubmitPair(stop, target, 0));
  }

  boolean submitBracket(Order entry, Order... exits) {
    return exchange
        .execution()
        .execute(new ExchangeCommand.SubmitBracket(entry, List.of(exits), 0));
  }

  boolean cancel(Order order) {
    return exchange.execution().execute(new ExchangeCommand.Cancel(order, 0));
  }

  boolean amend(Order order, OrderChange change) {
    return exchange.execution().execute(new ExchangeCommand.Amend(order, change, 0));
  }

  boolean query(Order order) {
    return exchange.execution().execute(new ExchangeCommand.Query(order, 0));
  }

  /** Places a limit order that rests; the order as known then. */
  Order resting(String id, Side side, String quantity, String price) {
    Order order = limit(id, side, quantity, price);
    submit(order);
    return order
        .with(OrderStatus.ACCEPTED, "", 0)
        .withVenueOrderId(report(OrderReport.Accepted.class, id).venueOrderId());
  }

  @Override
  public void close() {
    exchange.close();
    venue.close();
  }
}
