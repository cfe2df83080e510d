package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.NoParameters;
import dev.bourse.engine.ScriptVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.config.ConfigFile.Kind;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Risk modules, persistence backends and alert channels come and go while a trader trades. */
@Timeout(120)
@Tag("P2")
class PlugInSwapTest {
  @TempDir private Path folder;
  private ManagerBench bench;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void onlyReducesWhileARiskModuleIsAway() throws Exception {
    Plugin<?> guard = plugin(PluginKind.RISK, "guard", new Guard("first"));
    bench.manager.add(guard);
    bench.configure(Kind.RISK, "guard", "trader", "demo", "type", "guard");
    holding("risk", "guard");

    bench.manager.remove(guard);
    TraderSnapshot away = bench.await("demo", TraderStatus.REDUCING);
    OrderOutcome entry = buy();
    ask(new ControlEvent.Flatten("test"));
    bench.await("demo", "is flat", view -> view.positions().stream().allMatch(Position::isFlat));
    bench.manager.add(plugin(PluginKind.RISK, "guard", new Guard("second")));
    bench.await("demo", TraderStatus.PAUSED);
    ask(new ControlEvent.Resume("test"));
    bench.await("demo", TraderStatus.RUNNING);
    OrderOutcome later = buy();

    assertThat(away.detail()).isEqualTo("risk module type guard is not installed");
    assertThat(entry).isInstanceOf(OrderOutcome.Denied.class);
    assertThat(later).isInstanceOf(OrderOutcome.Filled.class);
  }

  @Test
  void doesNotKeepARiskModuleThatLeftWhileItWasPlannedWith() throws Exception {
    AtomicReference<Runnable> whilePlanning = new AtomicReference<>(() -> {});
    AtomicInteger created = new AtomicInteger();
    Plugin<?> guard = plugin(PluginKind.RISK, "guard", new Leaving(whilePlanning, created));
    bench.manager.add(guard);
    bench.configure(Kind.RISK, "guard", "trader", "demo", "type", "guard");
    holding("risk", "guard");

    whilePlanning.set(() -> bench.manager.remove(guard));
    bench.manager.add(plugin(PluginKind.RISK, "other", new Guard("other")));
    waitUntil("it came in once more", () -> created.get() == 2);
    ask(new ControlEvent.Resume("test"));
    waitUntil("entries are denied", () -> buy() instanceof OrderOutcome.Denied);

    assertThat(bench.await("demo", TraderStatus.REDUCING).detail())
        .isEqualTo("risk module type guard is not installed");
  }

  @Test
  void doesNotStartOnAnExchangeThatLeftWhileItWasPlannedWith() {
    AtomicReference<Runnable> whilePlanning = new AtomicReference<>(() -> {});
    Plugin<?> exchange =
        plugin(PluginKind.EXCHANGE, "leaving", new LeavingVenue(whilePlanning, bench.venue));
    bench.manager.add(exchange);
    bench.configureTrader("demo", "main");
    bench.configure(Kind.ACCOUNT, "main", "trader", "demo", "type", "leaving");
    bench.configureStrategy("demo", "s");
    bench.await(
        "demo", "waits", view -> view.detail().equals("strategy type test is not installed"));

    whilePlanning.set(() -> bench.manager.remove(exchange));
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", once()));

    bench.await(
        "demo",
        "waits for its exchange",
        view ->
            view.status() == TraderStatus.WAITING
                && view.detail().equals("exchange type leaving is not installed"));
  }

  @Test
  void waitsForItsStoreAndGoesOnWhereItWas() {
    holding();
    TraderSnapshot before = bench.trader("demo").snapshot();

    Plugin<?> store = bench.persistence;
    bench.manager.remove(store);
    TraderSnapshot away = bench.await("demo", TraderStatus.WAITING);
    bench.manager.add(store);
    TraderSnapshot after = bench.await("demo", TraderStatus.RUNNING);

    assertThat(away.detail()).isEqualTo("persistence backend memory is not installed");
    assertThat(after.positions()).isEqualTo(before.positions());
    assertThat(after.epoch()).isEqualTo(before.epoch() + 1);
    assertThat(bench.venue.submits()).isEqualTo(1);
  }

  @Test
  void tellsTheChannelsThatAreThere() throws Exception {
    Ear first = new Ear("first");
    Ear second = new Ear("second");
    Plugin<?> channel = plugin(PluginKind.ALERT, "first", first);
    bench.manager.add(channel);
    holding();
    ask(new ControlEvent.Halt("once", "test"));
    waitUntil("the first heard", () -> first.heard("halted by test: once"));

    bench.manager.remove(channel);
    bench.manager.add(plugin(PluginKind.ALERT, "second", second));
    ask(new ControlEvent.Reset("test"));
    ask(new ControlEvent.Halt("twice", "test"));
    waitUntil("the second heard", () -> second.heard("halted by test: twice"));

    assertThat(first.heard("halted by test: twice")).isFalse();
    assertThat(second.heard("halted by test: once")).isFalse();
  }

  private void holding(String... keys) {
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", once()));
    bench.configureTrader("demo", "main", keys);
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
    bench.venue.trade(100_00);
    bench.await("demo", "holds", view -> !view.positions().isEmpty());
  }

  private static TestStrategy once() {
    return new TestStrategy()
        .habit(
            (trade, count, orders) -> {
              if (count == 1) {
                orders.buyMarket(Quantity.of("0.1000"));
              }
            });
  }

  private OrderOutcome buy() {
    OrderSpec spec = OrderSpec.market(Market.BTC, Side.BUY, Quantity.of("0.1000"));
    return bench.trader("demo").submit(spec, "test", Duration.ofSeconds(30)).join();
  }

  private void ask(ControlEvent event) throws Exception {
    bench.trader("demo").control(event).get(30, TimeUnit.SECONDS);
  }

  /** Lets everything pass. */
  private record Guard(String name) implements RiskModuleFactory<NoParameters> {
    @Override
    public Class<NoParameters> configType() {
      return NoParameters.class;
    }

    @Override
    public RiskModule create(NoParameters config) {
      return (order, view) -> new RiskDecision.Passed("by=" + name);
    }
  }

  /** Lets everything pass, and does something when a plan asks for its parameters. */
  private record Leaving(AtomicReference<Runnable> whilePlanning, AtomicInteger created)
      implements RiskModuleFactory<NoParameters> {
    @Override
    public Class<NoParameters> configType() {
      whilePlanning.getAndSet(() -> {}).run();
      return NoParameters.class;
    }

    @Override
    public RiskModule create(NoParameters config) {
      created.incrementAndGet();
      return (order, view) -> new RiskDecision.Passed("");
    }
  }

  /** A venue that does something when a plan asks for its parameters. */
  private record LeavingVenue(AtomicReference<Runnable> whilePlanning, ScriptVenue venue)
      implements ExchangeFactory<NoParameters> {
    @Override
    public Class<NoParameters> configType() {
      whilePlanning.getAndSet(() -> {}).run();
      return NoParameters.class;
    }

    @Override
    public Exchange open(NoParameters config, ExchangeContext context) {
      return venue.open(config, context);
    }
  }

  /** Remembers what it was told. */
  private static final class Ear implements AlertChannel {
    private final String name;
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();

    Ear(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void deliver(Alert alert) {
      alerts.add(alert);
    }

    boolean heard(String text) {
      return alerts.stream().anyMatch(alert -> alert.text().equals(text));
    }
  }
}
