package dev.bourse.itests.recovery;

import dev.bourse.api.config.Parameters;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.core.Lockstep;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.core.settings.Guards;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.persistence.mapdb.MapDbBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A trader with its store and a simulated venue with its own, in one directory: what the engine
 * does in replay mode, without threads. Opening it recovers both.
 */
final class TradingHouse implements AutoCloseable {
  static final AccountId ACCOUNT = new AccountId("demo");
  static final StrategyId STRATEGY = new StrategyId("restless");
  static final Currency USD = new Currency("USD", 8);
  static final Currency BTC = new Currency("BTC", 8);
  static final Instrument BTCUSD =
      new Instrument(
          InstrumentId.of("BTCUSD.TEST"),
          1,
          BTC,
          USD,
          Price.of("0.01"),
          Quantity.of("0.0001"),
          Quantity.of("0.0001"),
          Quantity.of("1000"),
          Money.of("0.01", USD),
          Rate.of("0.001"),
          Rate.of("0.002"),
          true);
  private static final long SECOND = 1_000_000_000L;
  private static final LossLimit HALF = LossLimit.of("loss.limit", "50%");
  private static final Breaker DAY =
      new Breaker(
          "loss.limit", new Breaker.Day(ZoneId.of("UTC")), HALF, Duration.ofMinutes(1), false);
  private static final Breaker PEAK =
      new Breaker("drawdown", new Breaker.Peak(), HALF, Duration.ofSeconds(5), false);
  private static final int SNAPSHOT_EVERY = 60;
  private static final LifecycleEvent.StrategyBound BOUND =
      new LifecycleEvent.StrategyBound(
          STRATEGY, "restless", "1", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "");

  private final Store store;
  private final Store venueStore;
  private final Exchange venue;
  private final TraderCore core;
  private final TurnCodec codec;
  private final Lockstep lockstep;
  private final Consumer<TradingHouse> afterWrite;
  private long snapshotAt;
  private long formerSnapshotAt = -1;

  private TradingHouse(Path directory, Consumer<TradingHouse> afterWrite) {
    this.afterWrite = afterWrite;
    this.store = new MapDbBackend().open(spec("trader", directory));
    this.venueStore = new MapDbBackend().open(spec("venue", directory));
    this.core = Recovered.of(store, BOUND, turn -> {}).core();
    this.snapshotAt = core.sequence();
    this.codec = new TurnCodec(core.instruments());
    this.lockstep = new Lockstep(core, this::record);
    this.venue = openVenue(venueStore, lockstep);
    lockstep.attach(ACCOUNT, (LockstepExchange) venue);
  }

  /** Recovers, reconciles and is ready to trade; calls back after each turn that was written. */
  static TradingHouse open(Path directory, Consumer<TradingHouse> afterWrite) {
    TradingHouse house = new TradingHouse(directory, afterWrite);
    house.begin();
    return house;
  }

  static StoreSpec spec(String name, Path directory) {
    return new StoreSpec(name, directory.resolve(name), 1 << 20, 256 << 10, Retention.DECISIONS);
  }

  static TraderSettings settings() {
    TraderSettings defaults =
        TraderSettings.of(new TraderId("t"), TradingMode.REPLAY, List.of(ACCOUNT), List.of());
    TraderSettings settings =
        new TraderSettings(
            defaults.trader(),
            defaults.mode(),
            defaults.accounts(),
            defaults.riskModules(),
            defaults.barGrace(),
            defaults.inFlightInterval(),
            defaults.inFlightThreshold(),
            defaults.settle(),
            60,
            true,
            defaults.holdsConditional(),
            defaults.orderRate(),
            defaults.amendRate());
    return settings.withGuards(new Guards(List.of(DAY, PEAK), 10 * SECOND, false));
  }

  private static Exchange openVenue(Store store, EventSink sink) {
    ExchangeContext context =
        new ExchangeContext() {
          @Override
          public AccountId account() {
            return ACCOUNT;
          }

          @Override
          public EventSink events() {
            return sink;
          }

          @Override
          public List<Instrument> instruments() {
            return List.of(BTCUSD);
          }

          @Override
          public Optional<Store> store() {
            return Optional.of(store);
          }
        };
    return open(new SimulatedExchangeFactory(), context);
  }

  private static <C> Exchange open(ExchangeFactory<C> factory, ExchangeContext context) {
    Map<String, String> values = Map.of("balances", "10000 USD,0 BTC");
    return factory.open(Parameters.of(factory.configType()).read(values), context);
  }

  private void begin() {
    long time = Math.max(0, core.time());
    lockstep.input(time, new LifecycleEvent.Started(core.epoch() + 1, "mode=replay"));
    lockstep.input(time, new InstrumentListed(BTCUSD, time));
    if (core.state().strategies().isEmpty()) {
      core.bind(BOUND, Restless::new);
    }
    lockstep.input(time, BOUND);
    lockstep.input(time, new LifecycleEvent.Recovered("from the store"));
    lockstep.input(time, new ConnectionChanged(ACCOUNT, true, "", time));
    lockstep.reconcile(ACCOUNT, 0, time);
  }

  private void record(TurnRecord record) {
    store
        .journal()
        .append(codec.encode(record.sequence(), record.time(), record.event(), record.results()));
    store.journal().write();
    afterWrite.accept(this);
    if (record.urgent()) {
      store.journal().force();
    }
  }

  /** The next trade of a random walk that depends on nothing but its number. */
  void step() {
    long position = core.feedPosition() + 1;
    long time = Math.max(core.time(), position * 3 * SECOND);
    Random random = new Random(position * 31);
    long price = 10_000 + (position * 37 % 400) + random.nextInt(60);
    lockstep.market(
        new Trade(BTCUSD, time, price, 1 + random.nextInt(900), AggressorSide.UNKNOWN, null),
        position,
        time);
    if (core.sequence() - snapshotAt >= SNAPSHOT_EVERY) {
      snapshot();
    }
  }

  private void snapshot() {
    store.journal().force();
    Snapshot snapshot = core.save();
    store.snapshots().write(snapshot);
    store.journal().release(formerSnapshotAt);
    formerSnapshotAt = snapshotAt;
    snapshotAt = snapshot.sequence();
  }

  TraderCore core() {
    return core;
  }

  private static AccountEvent.MassReport venueReport(Store store) {
    java.util.ArrayDeque<VenueEvent> events = new java.util.ArrayDeque<>();
    Exchange second = openVenue(store, events::add);
    second.execution().requestReport(0);
    return events.stream()
        .filter(AccountEvent.MassReport.class::isInstance)
        .map(AccountEvent.MassReport.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** What the venue in a directory remembers, while nobody has it open. */
  static AccountEvent.MassReport venueReport(Path directory) {
    try (Store store = new MapDbBackend().open(spec("venue", directory))) {
      return venueReport(store);
    }
  }

  @Override
  public void close() {
    venue.close();
    venueStore.close();
    store.close();
  }
}
