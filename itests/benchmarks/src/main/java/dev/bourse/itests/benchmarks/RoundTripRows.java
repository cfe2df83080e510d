package dev.bourse.itests.benchmarks;

import static dev.bourse.itests.benchmarks.LiveRows.await;
import static dev.bourse.itests.benchmarks.LiveRows.configure;
import static dev.bourse.itests.benchmarks.LiveRows.isRunning;
import static dev.bourse.itests.benchmarks.LiveRows.plugin;

import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.manager.TraderManager;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.binance.BinanceExchangeFactory;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.persistence.mapdb.MapDbBackend;
import dev.bourse.persistence.memory.MemoryBackend;
import dev.bourse.risk.limits.LimitsFactory;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueAccount;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A live trader at the local venue over real sockets: from a trade at the adapter's socket to the
 * bytes of the order at the venue's. Decoded, decided, checked, journaled, signed and encoded; one
 * at a time, the next trade only after the order before it was filled.
 */
final class RoundTripRows {
  private static final int SAMPLES = 5_000;
  private static final int WARM = 3_000;

  /** A trader sends at most a hundred orders a second unless it is told otherwise. */
  private static final Duration PAUSE = Duration.ofMillis(12);

  private static final TraderId TRADER = new TraderId("trip");
  private static final String ACCOUNT = "main";
  private static final String KEY = "benchKey0123456789";
  private static final String SECRET = "benchSecret0123456789";
  private static final String SYMBOL = "BTCUSDT";

  private final Path folder;

  RoundTripRows(Path folder) {
    this.folder = folder;
  }

  /** All rows. */
  List<Row> measure() throws IOException {
    Histogram fsync = new DiskRows(folder).fsyncs();
    Histogram memory = trip("memory");
    Histogram disk = trip("mapdb");
    return List.of(
        Row.shown("one fsync of 512 B on this disk, in this run", Micros.all(fsync)),
        Row.shown(
            "Binance, loopback: trade at our socket to order at the venue's, journal forced to the disk",
            Micros.all(disk)),
        Row.shown("the same, nothing kept", Micros.all(memory)));
  }

  private Histogram trip(String persistence) throws IOException {
    Path home = folder.resolve("trip-" + persistence);
    try (LocalVenue venue = LocalVenue.start(new SimulatedExchangeFactory(), settings());
        Tap tap = new Tap(venue.port())) {
      venue.quote(SYMBOL, "60000.00", "5000", "60000.01", "5000");
      TraderManager manager =
          new TraderManager(
              home.resolve("var"), home.resolve("conf"), Duration.ofMillis(10), List::of);
      try {
        install(manager, venue, tap, persistence);
        await("the trader is running", () -> isRunning(manager, TRADER));
        await("a trade asks for an order", () -> asked(venue, tap));
        trips(venue, tap, WARM);
        Histogram histogram = new Histogram(3);
        tap.into(histogram);
        trips(venue, tap, SAMPLES);
        return histogram;
      } catch (IllegalStateException e) {
        throw new IllegalStateException(e.getMessage() + ": " + standing(manager), e);
      } finally {
        manager.close();
      }
    }
  }

  /** What the trader says, for whoever looks at a failure. */
  private static String standing(TraderManager manager) {
    TraderSnapshot now = manager.find(TRADER).orElseThrow().snapshot();
    String last =
        now.orders().stream()
            .reduce((before, after) -> after)
            .map(order -> order.status() + " " + order.reason())
            .orElse("none");
    return now.status() + ", " + now.detail() + "; the last order is " + last;
  }

  private static VenueSettings settings() {
    return VenueSettings.local()
        .allowing(new Limits.Allowance(1_000_000, 10_000_000, 100_000, 10_000_000))
        .with(new VenueAccount(ACCOUNT, "100000000 USDT,1 BTC", ApiKey.hmac(KEY, SECRET)));
  }

  /** Before the streams are there nobody hears a trade. */
  private static boolean asked(LocalVenue venue, Tap tap) {
    tick(venue);
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    return tap.orders() > 0 && tap.filled() >= tap.orders();
  }

  private static void trips(LocalVenue venue, Tap tap, int count) {
    for (int i = 0; i < count; i++) {
      int orders = tap.orders();
      int filled = tap.filled();
      long due = System.nanoTime() + PAUSE.toNanos();
      tick(venue);
      await("the order is at the venue", () -> tap.orders() > orders);
      await("the order is filled", () -> tap.filled() > filled);
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private static void tick(LocalVenue venue) {
    venue.trade(SYMBOL, "60000.00", Tap.MARK, AggressorSide.SELLER);
  }

  private static void install(TraderManager manager, LocalVenue venue, Tap tap, String store) {
    manager.add(plugin(PluginKind.PERSISTENCE, "memory", new MemoryBackend()));
    manager.add(plugin(PluginKind.PERSISTENCE, "mapdb", new MapDbBackend()));
    manager.add(plugin(PluginKind.EXCHANGE, "binance", new BinanceExchangeFactory()));
    manager.add(plugin(PluginKind.STRATEGY, "marked", new MarkedTrades()));
    manager.add(plugin(PluginKind.RISK, "limits", new LimitsFactory()));
    account(manager, venue, tap);
    configure(
        manager,
        Kind.TRADER,
        TRADER.value(),
        Map.of(
            "mode",
            "live",
            "accounts",
            ACCOUNT,
            "confirm.live",
            ACCOUNT,
            "loss.limit",
            "none",
            "risk",
            "limits",
            "persistence",
            store));
    configure(
        manager,
        Kind.RISK,
        "limits",
        Map.of("trader", "trip", "type", "limits", "max.order.notional", "", "max.position", ""));
    configure(
        manager,
        Kind.STRATEGY,
        "marked",
        Map.of("trader", "trip", "type", "marked", "instruments", SYMBOL + ".BINANCE"));
  }

  private static void account(TraderManager manager, LocalVenue venue, Tap tap) {
    configure(
        manager,
        Kind.ACCOUNT,
        ACCOUNT,
        Map.of(
            "trader", TRADER.value(),
            "type", "binance",
            "rest.url", venue.restUrl(),
            "stream.url", tap.url(),
            "api.url", tap.url(),
            "key", KEY,
            "secret", SECRET));
  }
}
