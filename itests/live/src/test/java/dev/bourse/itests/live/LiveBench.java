package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.manager.TraderManager;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.binance.BinanceExchangeFactory;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.persistence.memory.MemoryBackend;
import dev.bourse.strategy.emacross.EmaCross;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueAccount;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.protocol.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A live trader, as its files would make it, at a local venue: 100,000 USDT and 10 BTC of the
 * user's own; BTCUSDT is at 60000.00 / 60000.01.
 */
final class LiveBench implements AutoCloseable {
  static final String KEY = "liveKeyOfTheTest0123456789";
  static final String SECRET = "liveSecretOfTheTest0123456789";
  private static final String OTHER_KEY = "otherKeyOfTheTest0123456789";
  private static final String OTHER_SECRET = "otherSecretOfTheTest0123456789";

  /** What the trader's files say. */
  private enum Setting {
    LIVE,
    PAPER,
    TWO_ACCOUNTS
  }

  final LocalVenue venue;
  private final Path folder;
  private final Map<String, String> keys;
  private final Setting setting;
  private final StrategyFactory<?> strategy;
  private final Cable cable;
  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private final MemoryBackend backend = new MemoryBackend();
  private TraderManager manager;

  LiveBench(Path folder) {
    this(folder, Map.of(), List.of());
  }

  /**
   * The same with faults of the venue from the beginning.
   *
   * @param keys what else stands in the trader's file
   */
  LiveBench(Path folder, Map<String, String> keys, List<Fault> faults) {
    this(folder, keys, faults, new EmaCross());
  }

  /** The same with another strategy. */
  LiveBench(
      Path folder, Map<String, String> keys, List<Fault> faults, StrategyFactory<?> strategy) {
    this(folder, keys, faults, strategy, Setting.LIVE);
  }

  private LiveBench(
      Path folder,
      Map<String, String> keys,
      List<Fault> faults,
      StrategyFactory<?> strategy,
      Setting setting) {
    this.folder = folder;
    this.keys = keys;
    this.strategy = strategy;
    this.setting = setting;
    try {
      venue =
          LocalVenue.start(
              new SimulatedExchangeFactory(),
              VenueSettings.local()
                  .with(new VenueAccount("alice", "100000 USDT,10 BTC", ApiKey.hmac(KEY, SECRET)))
                  .with(
                      new VenueAccount(
                          "carol", "100000 USDT,10 BTC", ApiKey.hmac(OTHER_KEY, OTHER_SECRET)))
                  .with(new VenueAccount("bob", "100000 USDT,10 BTC")));
      cable = new Cable(venue.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    quote("60000.00", "60000.01");
    faults.forEach(venue::add);
    manager = start();
  }

  /** A trader without a key: the venue's data, and 100,000 USDT and 10 BTC on paper. */
  static LiveBench paper(Path folder) {
    return new LiveBench(folder, Map.of(), List.of(), new EmaCross(), Setting.PAPER);
  }

  /**
   * A trader with two accounts, {@code alice} and {@code carol}, with a key each, and a strategy on
   * each of them by the name of its account.
   */
  static LiveBench twoAccounts(Path folder, StrategyFactory<?> strategy) {
    return new LiveBench(folder, Map.of(), List.of(), strategy, Setting.TWO_ACCOUNTS);
  }

  private TraderManager start() {
    TraderManager started =
        new TraderManager(
            folder.resolve("var"), folder.resolve("conf"), Duration.ofMillis(1), List::of);
    started.add(plugin(PluginKind.PERSISTENCE, "memory", backend));
    started.add(plugin(PluginKind.EXCHANGE, "binance", new BinanceExchangeFactory()));
    started.add(plugin(PluginKind.STRATEGY, "emacross", strategy));
    started.add(plugin(PluginKind.ALERT, "list", channel()));
    switch (setting) {
      case PAPER -> {
        started.add(plugin(PluginKind.EXCHANGE, "simulated", new SimulatedExchangeFactory()));
        paperFiles(started);
      }
      case LIVE -> files(started, "live", "alice", KEY, SECRET);
      case TWO_ACCOUNTS -> {
        trader(started, "live", "alice,carol");
        account(started, "live", "alice", KEY, SECRET);
        account(started, "live", "carol", OTHER_KEY, OTHER_SECRET);
        strategy(started, "live", "alice", "alice");
        strategy(started, "live", "carol", "carol");
      }
    }
    return started;
  }

  private void paperFiles(TraderManager started) {
    configure(
        started,
        Kind.TRADER,
        "live",
        Map.of(
            "mode", "paper",
            "accounts", "paper",
            "risk", "none",
            "persistence", "memory",
            "data", "binance",
            "data.rest.url", venue.restUrl(),
            "data.stream.url", venue.socketUrl(),
            "data.reconnect.pause", "100ms"));
    configure(
        started,
        Kind.ACCOUNT,
        "paper",
        Map.of("trader", "live", "type", "simulated", "balances", "100000 USDT,10 BTC"));
    strategy(started, "live", "live-cross", "");
  }

  /** The files of a trader, of its account and of its strategy. */
  private void files(
      TraderManager started, String trader, String account, String key, String secret) {
    trader(started, trader, account);
    account(started, trader, account, key, secret);
    strategy(started, trader, trader + "-cross", "");
  }

  private void trader(TraderManager started, String trader, String accounts) {
    Map<String, String> values =
        new TreeMap<>(
            Map.of(
                "mode", "live",
                "accounts", accounts,
                "risk", "none",
                "persistence", "memory",
                "confirm.live", accounts,
                "loss.limit", "none",
                "on.stop", "keep"));
    values.putAll(keys);
    configure(started, Kind.TRADER, trader, values);
  }

  private void account(
      TraderManager started, String trader, String account, String key, String secret) {
    configure(
        started,
        Kind.ACCOUNT,
        account,
        Map.of(
            "trader",
            trader,
            "type",
            "binance",
            "rest.url",
            "http://127.0.0.1:" + cable.port(),
            "stream.url",
            "ws://127.0.0.1:" + cable.port(),
            "api.url",
            "ws://127.0.0.1:" + cable.port(),
            "key",
            key,
            "secret",
            secret,
            "reconnect.pause",
            "100ms"));
  }

  private static void strategy(TraderManager started, String trader, String name, String account) {
    configure(
        started,
        Kind.STRATEGY,
        name,
        Map.of(
            "trader", trader,
            "type", "emacross",
            "account", account,
            "instruments", "BTCUSDT.BINANCE",
            "bar", "1m"));
  }

  /** A second trader, {@code other}, with an account and a key of its own at the same venue. */
  Trader other() {
    files(manager, "other", "carol", OTHER_KEY, OTHER_SECRET);
    return running("other");
  }

  private static Plugin<?> plugin(PluginKind kind, String type, Object service) {
    return new Plugin<>(kind, type, service, "test", "1");
  }

  private static void configure(
      TraderManager manager, Kind kind, String name, Map<String, String> values) {
    manager.configured(new ConfigFile(kind, name, new TreeMap<>(values)));
  }

  private AlertChannel channel() {
    return new AlertChannel() {
      @Override
      public String name() {
        return "list";
      }

      @Override
      public void deliver(Alert alert) {
        alerts.add(alert);
      }
    };
  }

  /** What people were alerted of. */
  List<Alert> alerts() {
    return alerts;
  }

  /** The venue is dead: its port is closed and every connection to it is cut. */
  void unplug() {
    cable.unplug();
  }

  /** It is there again, as it was. */
  void plugIn() {
    cable.plugIn();
  }

  /** Stops everything on our side and starts it again on the same store. */
  void restart(Runnable meanwhile) {
    manager.close();
    meanwhile.run();
    manager = start();
  }

  Trader trader() {
    return trader("live");
  }

  private Trader trader(String name) {
    waitUntil("the trader is there", () -> manager.find(new TraderId(name)).isPresent());
    return manager.find(new TraderId(name)).orElseThrow();
  }

  TraderSnapshot await(String what, Predicate<TraderSnapshot> condition) {
    return await(trader(), what, condition);
  }

  static TraderSnapshot await(Trader trader, String what, Predicate<TraderSnapshot> condition) {
    waitUntil(
        what + ", now " + trader.snapshot().status() + " " + trader.snapshot().detail(),
        () -> condition.test(trader.snapshot()));
    return trader.snapshot();
  }

  /** Waits until it runs and knows the price. */
  LiveBench running() {
    running("live");
    return this;
  }

  private Trader running(String name) {
    Trader trader = trader(name);
    await(trader, "it runs", snapshot -> snapshot.status() == TraderStatus.RUNNING);
    priced(trader);
    return trader;
  }

  /** Waits until the trader knows a price, whether it runs or not. */
  void priced(Trader trader) {
    waitUntil(
        "a price is known",
        () -> {
          trade("60000.00");
          return trader.snapshot().feeds().stream().anyMatch(each -> each.lastPrice().isPresent());
        });
  }

  OrderOutcome submit(OrderSpec spec) {
    return submit(trader(), spec);
  }

  static OrderOutcome submit(Trader trader, OrderSpec spec) {
    return submit(trader, spec, Duration.ofSeconds(5));
  }

  /** Places an order and waits so long for its end. */
  static OrderOutcome submit(Trader trader, OrderSpec spec, Duration patience) {
    try {
      return trader.submit(spec, "test", patience).get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no outcome: " + e.getMessage(), e);
    }
  }

  /** The row of an order, once it stands so: what is published may be a moment behind. */
  Order row(ClientOrderId id, OrderStatus status) {
    return await(
            "order " + id + " is " + status,
            snapshot -> snapshot.order(id).filter(each -> each.status() == status).isPresent())
        .order(id)
        .orElseThrow();
  }

  void quote(String bid, String ask) {
    venue.quote("BTCUSDT", bid, "2", ask, "2");
  }

  void trade(String price) {
    venue.trade("BTCUSDT", price, "0.5", AggressorSide.SELLER);
  }

  static void waitUntil(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long until " + what).isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    manager.close();
    cable.close();
    venue.close();
  }
}
