package dev.bourse.itests.benchmarks;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.manager.TraderManager;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.persistence.mapdb.MapDbBackend;
import dev.bourse.persistence.memory.MemoryBackend;
import dev.bourse.risk.limits.LimitsFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/**
 * A live trader of the engine, with all its threads: from the scheduled time of a tick to the
 * arrival of the order at the venue, checked and journaled. The venue's thread spins, so on two
 * processors the trader's loop and its journal writer share the other one.
 */
final class LiveRows {
  private static final int TICKS = 100_000;
  private static final int WARM = 50_000;
  private static final int EVERY = 100;
  private static final long PERIOD = 100_000L;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long QUIET = TimeUnit.SECONDS.toNanos(3);
  private static final TraderId TRADER = new TraderId("bench");

  private final Instrument instrument = Quotes.instrument("BTCUSD");
  private final Path folder;

  LiveRows(Path folder) {
    this.folder = folder;
  }

  /** All rows. */
  List<Row> measure(Histogram fsync) {
    List<Row> rows = new ArrayList<>();
    Histogram memory = latency("memory");
    rows.add(
        Row.atMost(
            "live trader, tick in, checked and journaled order out, 10k ticks/s, no disk: p50",
            10,
            Micros.at(memory, 50),
            "us",
            lost(memory)));
    rows.add(Row.atMost("the same: p99", 50, Micros.at(memory, 99), "us", Micros.tail(memory)));
    Histogram disk = latency("mapdb");
    double ratio = Micros.at(disk, 50) / Micros.at(fsync, 50);
    rows.add(
        new Row(
            "the same with the journal forced to the disk",
            "",
            Micros.all(disk)
                + String.format(Locale.ROOT, "; p50 is %.1f fsyncs of this run; ", ratio)
                + lost(disk),
            "",
            ""));
    return rows;
  }

  private static String lost(Histogram histogram) {
    return TICKS / EVERY - histogram.getTotalCount() + " orders lost to overload";
  }

  private Histogram latency(String persistence) {
    LiveVenue venue = new LiveVenue(instrument);
    Path home = folder.resolve("live-" + persistence);
    TraderManager manager =
        new TraderManager(
            home.resolve("var"), home.resolve("conf"), Duration.ofMillis(10), List::of);
    try {
      install(manager, venue, persistence);
      await("the trader is running", () -> isRunning(manager, TRADER));
      venue.ticks(WARM, PERIOD, EVERY);
      settle(venue, WARM / EVERY);
      Histogram histogram = venue.ticks(TICKS, PERIOD, EVERY);
      settle(venue, TICKS / EVERY);
      return histogram;
    } finally {
      manager.close();
    }
  }

  private void install(TraderManager manager, LiveVenue venue, String persistence) {
    manager.add(plugin(PluginKind.PERSISTENCE, "memory", new MemoryBackend()));
    manager.add(plugin(PluginKind.PERSISTENCE, "mapdb", new MapDbBackend()));
    manager.add(plugin(PluginKind.EXCHANGE, "bench", venue));
    manager.add(plugin(PluginKind.STRATEGY, "beat", new Beat(EVERY)));
    manager.add(plugin(PluginKind.RISK, "limits", new LimitsFactory()));
    String account = InstantVenue.ACCOUNT.value();
    configure(
        manager,
        Kind.TRADER,
        TRADER.value(),
        Map.of(
            "mode",
            "live",
            "accounts",
            account,
            "risk",
            "limits",
            "persistence",
            persistence,
            "confirm.live",
            account,
            "loss.limit",
            "none"));
    configure(manager, Kind.ACCOUNT, account, Map.of("trader", "bench", "type", "bench"));
    configure(
        manager,
        Kind.RISK,
        "limits",
        Map.of("trader", "bench", "type", "limits", "max.order.notional", "", "max.position", ""));
    configure(
        manager,
        Kind.STRATEGY,
        "beat",
        Map.of("trader", "bench", "type", "beat", "instruments", instrument.id().toString()));
  }

  static Plugin<?> plugin(PluginKind kind, String type, Object service) {
    return new Plugin<>(kind, type, service, "benchmarks", "1");
  }

  static void configure(TraderManager manager, Kind kind, String name, Map<String, String> values) {
    manager.configured(new ConfigFile(kind, name, values));
  }

  static boolean isRunning(TraderManager manager, TraderId id) {
    return manager
        .find(id)
        .filter(trader -> trader.snapshot().status() == TraderStatus.RUNNING)
        .isPresent();
  }

  /** Waits for all orders; on a machine too busy for the rate, ticks become gaps and none come. */
  private static void settle(LiveVenue venue, int expected) {
    int before = -1;
    while (venue.arrived() < expected && venue.arrived() != before) {
      before = venue.arrived();
      LockSupport.parkNanos(QUIET);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain until " + what);
      }
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
    }
  }
}
