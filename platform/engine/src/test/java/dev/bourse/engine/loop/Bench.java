package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.model.WarmUp;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.core.risk.RateLimit;
import dev.bourse.core.settings.History;
import dev.bourse.core.settings.Purge;
import dev.bourse.engine.FaultyBackend;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptVenue;
import dev.bourse.engine.alert.AlertTap;
import dev.bourse.engine.clock.Clocks;
import dev.bourse.engine.clock.Speed;
import dev.bourse.engine.config.AccountDefinition;
import dev.bourse.engine.config.GuardKeys;
import dev.bourse.engine.config.ReconcileKeys;
import dev.bourse.engine.config.StrategyDefinition;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.config.TraderValues;
import dev.bourse.engine.config.WatchKeys;
import dev.bourse.engine.files.Folders;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.plan.AccountPlan;
import dev.bourse.engine.plan.DataPlan;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.engine.plugin.DataPlugin;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.engine.plugin.Plugins;
import dev.bourse.engine.watch.Watchdog;
import dev.bourse.persistence.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;

/**
 * Everything around a run in tests: memory instead of a disk, a scripted venue, a watchdog, an
 * observer.
 */
final class Bench implements AutoCloseable, RunListener {
  static final TraderId TRADER = new TraderId("t");
  static final AccountId MAIN = new AccountId("main");
  static final StrategyId EMA = new StrategyId("s");

  final FaultyBackend backend = new FaultyBackend(new MemoryBackend());
  final ScriptVenue venue = new ScriptVenue();
  final List<Alert> alerts = new CopyOnWriteArrayList<>();
  final List<String> endings = new CopyOnWriteArrayList<>();
  final List<String> hung = new CopyOnWriteArrayList<>();
  final List<String> refusedStrategies = new CopyOnWriteArrayList<>();
  private final Watchdog watchdog = new Watchdog();
  final Plugins plugins = new Plugins();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final RunServices services;
  private final List<TraderRun> runs = new ArrayList<>();
  private volatile TraderSnapshot snapshot;
  private volatile TraderRun current;
  volatile long openedThrough = -2;
  private Duration deadline = Duration.ofSeconds(5);
  private Duration maxAge = Duration.ofSeconds(60);
  private int execution = 8_192;
  private WatchKeys watch = WatchKeys.DEFAULTS;
  private String currency = "";
  private History history = History.NONE;

  Bench(Path folder) {
    this(folder, Clocks.REAL);
  }

  Bench(Path folder, Clocks clocks) {
    services =
        new RunServices(
            new Folders(folder), watchdog, Runnable::run, timer, new Tap(), clocks, plugins);
    watchdog.start();
  }

  Bench deadline(Duration next) {
    deadline = next;
    return this;
  }

  Bench maxAge(Duration next) {
    maxAge = next;
    return this;
  }

  Bench watch(WatchKeys next) {
    watch = next;
    return this;
  }

  Bench history(History next) {
    history = next;
    return this;
  }

  Bench currency(String code) {
    currency = code;
    return this;
  }

  Bench executionLane(int next) {
    execution = next;
    return this;
  }

  /** A live trader on the scripted venue. */
  TraderPlan live(StrategyPlan... strategies) {
    return live(venue, strategies);
  }

  /** A live trader on any venue that has a thread. */
  TraderPlan live(ExchangeFactory<?> exchange, StrategyPlan... strategies) {
    return plan(TradingMode.LIVE, "", Speed.MAX, exchange, new DataPlan.None(), strategies);
  }

  /** A trader on recorded data and any venue in lockstep. */
  TraderPlan replay(
      HistoricalDataSource data,
      String set,
      Speed speed,
      ExchangeFactory<?> exchange,
      StrategyPlan... strategies) {
    Plugin<HistoricalDataSource> source =
        new Plugin<>(PluginKind.DATA, "memory", data, "test", "1");
    DataPlan recorded = new DataPlan.Recorded(new DataPlugin(source, data.list().get(0)));
    return plan(TradingMode.REPLAY, set, speed, exchange, recorded, strategies);
  }

  /** A trader whose data comes from the scripted venue and whose orders go to another. */
  TraderPlan paper(ExchangeFactory<?> exchange, StrategyPlan... strategies) {
    AccountDefinition eyes = new AccountDefinition(new AccountId("eyes"), "script", Map.of());
    DataPlan live =
        new DataPlan.Live(
            AccountPlan.of(eyes, new Plugin<>(PluginKind.EXCHANGE, "script", venue, "test", "1")));
    return plan(TradingMode.PAPER, "script", Speed.MAX, exchange, live, strategies);
  }

  private TraderPlan plan(
      TradingMode mode,
      String data,
      Speed speed,
      ExchangeFactory<?> exchange,
      DataPlan source,
      StrategyPlan... strategies) {
    TraderValues values =
        new TraderValues(
            mode,
            List.of(MAIN.value()),
            List.of(),
            "memory",
            data,
            speed,
            1,
            Duration.ofMillis(5),
            maxAge,
            1_000,
            false,
            Duration.ofMillis(50),
            deadline,
            true,
            false,
            RateLimit.NONE,
            RateLimit.NONE,
            Duration.ofSeconds(20),
            Duration.ofHours(1),
            1_000_000,
            16_384,
            execution,
            Retention.DECISIONS,
            ReconcileKeys.DEFAULTS,
            watch,
            GuardKeys.DEFAULTS,
            history,
            Purge.NONE,
            false);
    AccountDefinition account = new AccountDefinition(MAIN, "script", currency, Map.of());
    TraderDefinition definition =
        new TraderDefinition(
            TRADER,
            values,
            Map.of("accounts", MAIN.value(), "risk", "none"),
            Map.of(),
            List.of(account),
            Arrays.stream(strategies).map(StrategyPlan::definition).toList(),
            List.of());
    return new TraderPlan(
        definition,
        new Plugin<PersistenceBackend>(PluginKind.PERSISTENCE, "memory", backend, "test", "1"),
        List.of(
            AccountPlan.of(
                account, new Plugin<>(PluginKind.EXCHANGE, "script", exchange, "test", "1"))),
        List.of(strategies),
        List.of(),
        source);
  }

  /** A strategy on bitcoin. */
  static StrategyPlan strategy(StrategyFactory<?> factory) {
    return strategy(EMA, factory, Market.BTC.id());
  }

  /** A strategy on bars of bitcoin. */
  static StrategyPlan strategy(StrategyFactory<?> factory, String bar) {
    return strategy(EMA, factory, Market.BTC.id(), bar);
  }

  static StrategyPlan strategy(StrategyId id, StrategyFactory<?> factory, InstrumentId instrument) {
    return strategy(id, factory, instrument, "");
  }

  private static StrategyPlan strategy(
      StrategyId id, StrategyFactory<?> factory, InstrumentId instrument, String bar) {
    return strategy(
        new StrategyDefinition(
            id,
            "test",
            MAIN,
            List.of(instrument),
            bar,
            "",
            WarmUp.NONE,
            "",
            OmsType.NETTING,
            Map.of()),
        factory);
  }

  /** A strategy on bars of bitcoin that is told of the past in a data set. */
  static StrategyPlan warmedUp(StrategyFactory<?> factory, String bar, String past, String set) {
    return warmedUp(factory, bar, past, set, List.of(Market.BTC.id()));
  }

  /** The same on bars of any instruments. */
  static StrategyPlan warmedUp(
      StrategyFactory<?> factory,
      String bar,
      String past,
      String set,
      List<InstrumentId> instruments) {
    return strategy(
        new StrategyDefinition(
            EMA,
            "test",
            MAIN,
            instruments,
            bar,
            "",
            WarmUp.of(past),
            set,
            OmsType.NETTING,
            Map.of()),
        factory);
  }

  private static StrategyPlan strategy(StrategyDefinition definition, StrategyFactory<?> factory) {
    return StrategyPlan.of(
        definition, new Plugin<>(PluginKind.STRATEGY, "test", factory, "test", "1"));
  }

  TraderRun start(TraderPlan plan) {
    return start(plan, Absences.NONE);
  }

  TraderRun start(TraderPlan plan, Absences absences) {
    snapshot = null;
    TraderRun run = new TraderRun(plan, absences, services, this);
    current = run;
    runs.add(run);
    run.start();
    return run;
  }

  /** Starts and waits until it trades. */
  TraderRun running(TraderPlan plan) {
    TraderRun run = start(plan);
    await(TraderStatus.RUNNING);
    return run;
  }

  TraderSnapshot snapshot() {
    return snapshot;
  }

  void await(TraderStatus status) {
    await("the trader is " + status, view -> view.status() == status);
  }

  TraderSnapshot await(String what, Predicate<TraderSnapshot> condition) {
    waitUntil(
        () -> what + ", now " + describe(),
        () -> {
          TraderSnapshot view = snapshot;
          return view != null && condition.test(view);
        });
    return snapshot;
  }

  private String describe() {
    TraderSnapshot view = snapshot;
    return view == null
        ? "unpublished " + endings
        : view.status() + " " + view.detail() + " " + endings;
  }

  /** Asks as a person does. */
  static CompletableFuture<String> ask(TraderRun run, ControlEvent event) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    run.offer(new Post.Input(event, new Post.Answer(answer, null)));
    return answer;
  }

  /** As a crash: nothing is closed in order. */
  static void kill(TraderRun run) {
    run.abandon();
  }

  @Override
  public void published(TraderRun run, TraderSnapshot view) {
    if (run == current) {
      snapshot = view;
    }
  }

  @Override
  public void ended(TraderRun run) {
    endings.add("ended");
  }

  @Override
  public void refused(TraderRun run, String sentence) {
    endings.add("refused: " + sentence);
  }

  @Override
  public void broke(TraderRun run, Throwable cause) {
    cause.printStackTrace();
    endings.add("broke: " + cause);
  }

  @Override
  public void hung(TraderRun run, String visitor, String sentence) {
    hung.add(sentence);
  }

  @Override
  public void strategyRefused(TraderRun run, StrategyPlan plan, String sentence) {
    refusedStrategies.add(plan.id() + ": " + sentence);
  }

  @Override
  public void close() {
    for (TraderRun run : runs) {
      run.abandon();
    }
    watchdog.close();
    timer.shutdownNow();
  }

  /** Remembers alerts. */
  private final class Tap implements AlertTap {
    @Override
    public void opened(TraderId trader, TraceReader trace, long through) {
      openedThrough = through;
    }

    @Override
    public void closed(TraderId trader) {
      openedThrough = -2;
    }

    @Override
    public void accept(Alert alert) {
      alerts.add(alert);
    }
  }
}
