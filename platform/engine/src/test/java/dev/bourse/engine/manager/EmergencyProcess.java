package dev.bourse.engine.manager;

import static dev.bourse.engine.manager.ManagerBench.plugin;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.engine.NoParameters;
import dev.bourse.engine.ScriptVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.persistence.mapdb.MapDbBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A live trader on a real disk whose journal fails while it holds positions and rests entries, and
 * whose operator calls for an emergency. Its venue prints what it takes, and stops in the middle.
 */
final class EmergencyProcess {
  static final String ARMED = "armed";
  static final String STUCK = "stuck";

  private EmergencyProcess() {}

  /** In a folder; the venue takes so many commands of the emergency, and never returns after. */
  public static void main(String[] arguments) {
    try {
      run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void run(Path folder, int taken) {
    StoppingVenue venue = new StoppingVenue(taken);
    ManagerBench bench = new ManagerBench(folder, venue, new MapDbBackend());
    configure(bench, buyer());
    bench.await("demo", TraderStatus.RUNNING);
    venue.script.trade(100_00);
    bench.await(
        "demo",
        "holds and rests",
        view ->
            view.positions().stream().anyMatch(each -> !each.isFlat())
                && view.liveOrders().size() == 3);
    bench.backend.failForce("input/output error");
    CompletableFuture<String> unused = bench.trader("demo").control(new ControlEvent.Pause("test"));
    bench.await("demo", "knows of its disk", view -> !view.storage().isEmpty());
    venue.arm();
    CompletableFuture<String> never =
        bench.trader("demo").control(new ControlEvent.Emergency("test"));
    never.join();
    new CompletableFuture<Void>().join();
  }

  /** The trader of the process, with its plug-ins. */
  static void configure(ManagerBench bench, TestStrategy strategy) {
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", strategy));
    bench.configureTrader("demo", "main");
    bench.configureStrategy("demo", "s");
  }

  private static TestStrategy buyer() {
    return new TestStrategy()
        .habit(
            (trade, count, orders) -> {
              if (count == 1) {
                orders.buyMarket(Quantity.of("0.1000"));
                orders.buyLimit(Quantity.of("0.1000"), Price.of("90.00"));
                orders.buyLimit(Quantity.of("0.1000"), Price.of("91.00"));
                orders.buyLimit(Quantity.of("0.1000"), Price.of("92.00"));
              }
            });
  }

  /**
   * Prints each command before it takes it. Once armed, it takes a few: then it stops for ever,
   * before the next one, or behind the closing order if that is among them.
   */
  private static final class StoppingVenue implements ExchangeFactory<NoParameters> {
    private final ScriptVenue script = new ScriptVenue();
    private final AtomicInteger left;
    private volatile boolean armed;

    StoppingVenue(int taken) {
      left = new AtomicInteger(taken);
    }

    void arm() {
      System.out.println(ARMED);
      armed = true;
    }

    private void witness(ExchangeCommand command) {
      if (command instanceof ExchangeCommand.Query) {
        return;
      }
      if (armed && left.getAndDecrement() <= 0) {
        stop();
      }
      String what = command instanceof ExchangeCommand.Submit ? "submit" : "cancel";
      System.out.println(what + " " + command.orderId());
    }

    private void taken(ExchangeCommand command) {
      if (armed && left.get() == 0 && command instanceof ExchangeCommand.Submit) {
        stop();
      }
    }

    private static void stop() {
      System.out.println(STUCK);
      new CompletableFuture<Void>().join();
    }

    @Override
    public Class<NoParameters> configType() {
      return NoParameters.class;
    }

    @Override
    public Exchange open(NoParameters config, ExchangeContext context) {
      return new Watched(script.open(config, context), this);
    }
  }

  /** The exchange with the witness in front of its execution. */
  private record Watched(Exchange opened, StoppingVenue venue)
      implements Exchange, ExecutionClient {
    @Override
    public boolean execute(ExchangeCommand command) {
      venue.witness(command);
      boolean room = opened.execution().execute(command);
      venue.taken(command);
      return room;
    }

    @Override
    public void requestReport(long since) {
      opened.execution().requestReport(since);
    }

    @Override
    public Capabilities capabilities() {
      return opened.capabilities();
    }

    @Override
    public List<Instrument> instruments() {
      return opened.instruments();
    }

    @Override
    public MarketDataClient marketData() {
      return opened.marketData();
    }

    @Override
    public ExecutionClient execution() {
      return this;
    }

    @Override
    public void close() {
      opened.close();
    }
  }
}
