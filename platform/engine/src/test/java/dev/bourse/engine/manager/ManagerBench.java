package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;

import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.FaultyBackend;
import dev.bourse.engine.ScriptVenue;
import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.persistence.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A manager with plug-ins and configuration of tests: no container, no disk but for small files.
 */
final class ManagerBench implements AutoCloseable {
  final FaultyBackend backend;
  final ScriptVenue venue;
  final Plugin<?> exchange;
  final Plugin<?> persistence;
  final TraderManager manager;

  ManagerBench(Path folder) {
    this(folder, new ScriptVenue());
  }

  /** With another venue behind the type {@code script}. */
  ManagerBench(Path folder, ExchangeFactory<?> factory) {
    this(folder, factory, new MemoryBackend());
  }

  /** With a backend that may outlive the process. */
  ManagerBench(Path folder, ExchangeFactory<?> factory, PersistenceBackend stores) {
    backend = new FaultyBackend(stores);
    persistence = plugin(PluginKind.PERSISTENCE, "memory", backend);
    venue = factory instanceof ScriptVenue script ? script : new ScriptVenue();
    exchange = plugin(PluginKind.EXCHANGE, "script", factory);
    manager =
        new TraderManager(
            folder.resolve("var"),
            folder.resolve("conf"),
            Duration.ofMillis(1),
            () -> List.of("deploy/broken.jar is no bundle"));
    manager.add(persistence);
    manager.add(exchange);
  }

  static Plugin<?> plugin(PluginKind kind, String type, Object service) {
    return new Plugin<>(kind, type, service, "test", "1");
  }

  /** A live trader on the scripted venue. */
  void configureTrader(String name, String account, String... more) {
    configure(
        Kind.TRADER,
        name,
        concat(
            more,
            "mode",
            "live",
            "accounts",
            account,
            "risk",
            "none",
            "persistence",
            "memory",
            "confirm.live",
            account,
            "loss.limit",
            "none",
            "flush.interval",
            "5ms"));
    configure(Kind.ACCOUNT, account, "trader", name, "type", "script");
  }

  void configureStrategy(String trader, String name, String... more) {
    configure(
        Kind.STRATEGY,
        name,
        concat(more, "trader", trader, "type", "test", "instruments", "BTCUSD.TEST"));
  }

  void configure(Kind kind, String name, String... keysAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.putIfAbsent(keysAndValues[i], keysAndValues[i + 1]);
    }
    manager.configured(new ConfigFile(kind, name, values));
  }

  static String[] concat(String[] first, String... second) {
    String[] all = new String[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  Trader trader(String name) {
    waitUntil("trader " + name + " is there", () -> manager.find(new TraderId(name)).isPresent());
    return manager.find(new TraderId(name)).orElseThrow();
  }

  TraderSnapshot await(String name, TraderStatus status) {
    return await(name, "is " + status, view -> view.status() == status);
  }

  TraderSnapshot await(String name, String what, Predicate<TraderSnapshot> condition) {
    Trader trader = trader(name);
    waitUntil(
        () ->
            name
                + " "
                + what
                + ", now "
                + trader.snapshot().status()
                + " "
                + trader.snapshot().detail(),
        () -> condition.test(trader.snapshot()));
    return trader.snapshot();
  }

  @Override
  public void close() {
    manager.close();
  }
}
