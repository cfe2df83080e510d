package dev.bourse.itests.campaign;

import dev.bourse.api.trader.Trader;
import dev.bourse.engine.manager.TraderManager;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.binance.BinanceExchangeFactory;
import dev.bourse.persistence.mapdb.MapDbBackend;
import dev.bourse.risk.limits.LimitsFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A live trader as its files would make it, which says what it knows ten times a second until it is
 * killed, and does what a person wishes by files in its folder.
 */
final class TradingProcess {
  /** What orders of the trader's strategy have behind its own name. */
  static final String OWN = "restless";

  /** The same of the second process. */
  static final String SECOND = "second";

  /** Where the store is in a process's folder. */
  static final String STORE = "var";

  private static final Duration PAUSE = Duration.ofMillis(100);

  private TradingProcess() {}

  /** Arguments: folder, address of REST, address of the sockets, run, start, strategy. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Plan plan = new Plan(Long.parseLong(arguments[3]));
    long seed = plan.seed() * 1_000 + Long.parseLong(arguments[4]);
    String strategy = arguments[5];
    TraderManager manager =
        new TraderManager(
            folder.resolve(STORE), folder.resolve("conf"), Duration.ofMillis(1), List::of);
    add(manager, PluginKind.PERSISTENCE, "mapdb", new MapDbBackend());
    add(manager, PluginKind.EXCHANGE, "binance", new BinanceExchangeFactory());
    add(manager, PluginKind.RISK, "limits", new LimitsFactory());
    add(
        manager,
        PluginKind.STRATEGY,
        "restless",
        new RestlessFactory(plan, seed, strategy.equals(SECOND)));
    new TraderFiles(arguments[1], arguments[2], plan.pairs(), plan.brackets(), strategy)
        .all()
        .forEach(manager::configured);
    Person person = new Person(folder);
    while (true) {
      Optional<Trader> trader = manager.find(TraderFiles.TRADER);
      if (trader.isPresent()) {
        boolean calm = person.act(trader.get());
        System.out.println(Saying.of(trader.get().snapshot(), calm).line());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void add(TraderManager manager, PluginKind kind, String type, Object service) {
    manager.add(new Plugin<>(kind, type, service, "campaign", "1"));
  }
}
