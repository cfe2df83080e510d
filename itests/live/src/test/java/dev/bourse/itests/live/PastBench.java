package dev.bourse.itests.live;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.engine.clock.TraderClock;
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
import dev.bourse.venue.binance.VenueSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A paper trader on the data of a local venue, both by a clock that the test moves. Every trade has
 * a price of its own, so that it is known when it was heard.
 */
final class PastBench implements AutoCloseable {
  private static final Instant ZERO = Instant.parse("2026-01-05T00:00:00Z");
  private static final long START = TimeUnit.SECONDS.toNanos(ZERO.getEpochSecond());
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** What the venue's trades make, by the minute in which a bar ends. */
  final NavigableMap<Long, String> made = new TreeMap<>();

  /** What the strategy was told, in order. */
  final List<String> told = new CopyOnWriteArrayList<>();

  /** How much of it came by the stream. */
  final List<String> streamed = new CopyOnWriteArrayList<>();

  private final Path folder;
  private final LocalVenue venue;
  private final MemoryBackend backend = new MemoryBackend();
  private final AtomicLong second = new AtomicLong();
  private TraderManager manager;
  private int cents;

  PastBench(Path folder) {
    this.folder = folder;
    try {
      venue =
          LocalVenue.start(
              new SimulatedExchangeFactory(),
              VenueSettings.local().at(() -> ZERO.plusSeconds(second.get())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    venue.quote("BTCUSDT", "59000.00", "2", "61000.00", "2");
  }

  /** The clock goes on, with a trade in the end that perhaps nobody hears. */
  Price passes(int seconds) {
    long at = second.addAndGet(seconds);
    cents++;
    String price = String.format("60000.%02d", cents % 100);
    venue.trade("BTCUSDT", price, "0.5", AggressorSide.SELLER);
    made.merge(
        Math.floorDiv(at, 60) + 1, price, (before, last) -> before.split(" ", -1)[0] + " " + last);
    return Price.of(price);
  }

  /** The same, and the trader heard it. */
  void heard(int seconds) {
    Price price = passes(seconds);
    LiveBench.waitUntil("the trade of " + price + " is heard", () -> isLast(price));
  }

  /** Lets others trade at this very moment until the trader hears something of it. */
  void listens() {
    List<Price> since = new ArrayList<>();
    LiveBench.waitUntil(
        "trades are heard",
        () -> {
          since.add(passes(0));
          return since.stream().anyMatch(this::isLast);
        });
  }

  private boolean isLast(Price price) {
    return manager.find(new TraderId("paper")).stream()
        .flatMap(each -> each.snapshot().feeds().stream())
        .map(each -> each.lastPrice())
        .anyMatch(each -> each.isPresent() && each.get().compareTo(price) == 0);
  }

  /** The bars that are over: first and last price by the minute of their end. */
  List<String> over() {
    return made.headMap(Math.floorDiv(second.get(), 60), true).entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .toList();
  }

  void start() {
    told.clear();
    streamed.clear();
    manager =
        new TraderManager(
            folder.resolve("var"),
            folder.resolve("conf"),
            Duration.ofMillis(1),
            List::of,
            (mode, speed) -> new Hands());
    manager.add(plugin(PluginKind.PERSISTENCE, "memory", backend));
    manager.add(plugin(PluginKind.EXCHANGE, "binance", new BinanceExchangeFactory()));
    manager.add(plugin(PluginKind.EXCHANGE, "simulated", new SimulatedExchangeFactory()));
    manager.add(plugin(PluginKind.STRATEGY, "listener", new Listener()));
    configure(
        Kind.TRADER,
        "paper",
        Map.of(
            "data.data.timeout.seconds",
            "60",
            "mode",
            "paper",
            "accounts",
            "main",
            "risk",
            "none",
            "persistence",
            "memory",
            "data",
            "binance",
            "data.rest.url",
            venue.restUrl(),
            "data.stream.url",
            venue.socketUrl()));
    configure(
        Kind.ACCOUNT,
        "main",
        Map.of("trader", "paper", "type", "simulated", "balances", "10000 USDT"));
    configure(
        Kind.STRATEGY,
        "listener",
        Map.of(
            "trader",
            "paper",
            "type",
            "listener",
            "instruments",
            "BTCUSDT.BINANCE",
            "bar",
            "1m",
            "warmup",
            "5"));
  }

  /** What the trader says of itself. */
  String says() {
    return manager
        .find(new TraderId("paper"))
        .map(each -> each.snapshot().status() + " " + each.snapshot().detail())
        .orElse("");
  }

  void stop() {
    manager.close();
  }

  private static Plugin<?> plugin(PluginKind kind, String type, Object service) {
    return new Plugin<>(kind, type, service, "test", "1");
  }

  private void configure(Kind kind, String name, Map<String, String> values) {
    manager.configured(new ConfigFile(kind, name, new TreeMap<>(values)));
  }

  @Override
  public void close() {
    manager.close();
    venue.close();
  }

  /** The clock of the trader. */
  private final class Hands implements TraderClock {
    private long least = Long.MIN_VALUE;

    @Override
    public long now() {
      least = Math.max(least, START + second.get() * SECOND);
      return least;
    }

    @Override
    public long nanosUntil(long time) {
      return time <= now() ? 0 : TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public void reach(long time) {
      least = Math.max(least, time);
    }
  }

  /** A strategy that writes down all bars; it needs no parameters, so it has those of another. */
  private final class Listener implements StrategyFactory<EmaCross.Config> {
    @Override
    public Class<EmaCross.Config> configType() {
      return EmaCross.Config.class;
    }

    @Override
    public Strategy create(EmaCross.Config config, StrategyContext context) {
      return new Strategy() {
        @Override
        public void onHistory(Bar bar) {
          told.add(text(bar));
        }

        @Override
        public void onBar(Bar bar, Orders orders) {
          streamed.add(text(bar));
          told.add(text(bar));
        }
      };
    }

    private String text(Bar bar) {
      long minute = (bar.eventTime() - START) / (60 * SECOND);
      String open = bar.open().toString();
      String close = bar.close().toString();
      return minute + " " + (open.equals(close) ? open : open + " " + close);
    }
  }
}
