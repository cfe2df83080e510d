package dev.bourse.itests.campaign;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.manager.TraderManager;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.binance.BinanceExchangeFactory;
import dev.bourse.persistence.mapdb.MapDbBackend;
import dev.bourse.risk.limits.LimitsFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A live trader as its files would make it, which says what it knows five times a second until it
 * is killed. Once there is a file {@code calm} in its folder it opens nothing new.
 */
final class TradingProcess {
  static final String KEY = "campaignKey0123456789";
  static final String SECRET = "campaignSecret0123456789";
  static final String ACCOUNT = "main";
  static final String MAX_POSITION = "6000";
  static final Duration PROTECT_WITHIN = Duration.ofSeconds(2);
  private static final TraderId TRADER = new TraderId("live");
  private static final Duration PAUSE = Duration.ofMillis(200);

  private TradingProcess() {}

  /** Arguments: folder, address of REST, address of the sockets, seed. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    TraderManager manager =
        new TraderManager(
            folder.resolve("var"), folder.resolve("conf"), Duration.ofMillis(1), List::of);
    add(manager, PluginKind.PERSISTENCE, "mapdb", new MapDbBackend());
    add(manager, PluginKind.EXCHANGE, "binance", new BinanceExchangeFactory());
    add(manager, PluginKind.RISK, "limits", new LimitsFactory());
    add(
        manager,
        PluginKind.STRATEGY,
        "restless",
        new RestlessFactory(Long.parseLong(arguments[3])));
    boolean pairs = Restless.pairs(Long.parseLong(arguments[3]) / 1_000);
    configure(manager, arguments[1], arguments[2], pairs ? "venue" : "local");
    boolean calm = false;
    while (true) {
      Optional<Trader> trader = manager.find(TRADER);
      if (trader.isPresent()) {
        calm = calm || calm(trader.get(), folder);
        TraderSnapshot now = trader.get().snapshot();
        System.out.println(Saying.of(now, calm).line());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Asks for a pause, once; a trader that cannot take it now is asked again. */
  private static boolean calm(Trader trader, Path folder) {
    if (!Files.exists(folder.resolve("calm"))) {
      return false;
    }
    try {
      return !trader.control(new ControlEvent.Pause("campaign")).join().isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static void add(TraderManager manager, PluginKind kind, String type, Object service) {
    manager.add(new Plugin<>(kind, type, service, "campaign", "1"));
  }

  private static void configure(
      TraderManager manager, String rest, String sockets, String protection) {
    Map<String, String> trader = new TreeMap<>();
    trader.put("mode", "live");
    trader.put("accounts", ACCOUNT);
    trader.put("confirm.live", ACCOUNT);
    trader.put("loss.limit", "none");
    trader.put("risk", "limits");
    trader.put("persistence", "mapdb");
    trader.put("protection", protection);
    trader.put("venue.settle", "3s");
    trader.put("protect.within", PROTECT_WITHIN.toSeconds() + "s");
    manager.configured(new ConfigFile(Kind.TRADER, TRADER.value(), trader));
    Map<String, String> account = new TreeMap<>();
    account.put("trader", TRADER.value());
    account.put("type", "binance");
    account.put("rest.url", rest);
    account.put("stream.url", sockets);
    account.put("api.url", sockets);
    account.put("key", KEY);
    account.put("secret", SECRET);
    account.put("receive.window.millis", "1000");
    account.put("place.timeout.seconds", "1");
    account.put("cancel.timeout.seconds", "1");
    account.put("question.timeout.seconds", "1");
    manager.configured(new ConfigFile(Kind.ACCOUNT, ACCOUNT, account));
    manager.configured(
        new ConfigFile(
            Kind.RISK,
            "limits",
            Map.of(
                "trader",
                TRADER.value(),
                "type",
                "limits",
                "max.order.notional",
                "3000",
                "max.position",
                MAX_POSITION)));
    manager.configured(
        new ConfigFile(
            Kind.STRATEGY,
            "restless",
            Map.of(
                "trader", TRADER.value(),
                "type", "restless",
                "instruments", "BTCUSDT.BINANCE")));
  }
}
