package dev.bourse.backtest.run;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.TradingStrategy;
import dev.bourse.backtest.plan.Loading;
import dev.bourse.backtest.plan.Plan;
import dev.bourse.backtest.plan.RiskPlan;
import dev.bourse.backtest.plan.VenueContext;
import dev.bourse.core.Lockstep;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.TraderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A core and its venue in lockstep, started and RUNNING. */
final class Trader implements AutoCloseable {
  private static final AccountId ACCOUNT = VenueContext.ACCOUNT_OF_RUNS;

  private final Plan plan;
  private final TraderCore core;
  private final Lockstep lockstep;
  private final RunRecorder recorder;
  private final EquityCurve curve;
  private final LockstepExchange venue;
  private final OpeningSink opening = new OpeningSink();
  private String warmUp = "";

  private Trader(Plan plan, BarInterval interval, @Nullable Consumer<String> trace) {
    this.plan = plan;
    TraderSettings settings =
        TraderSettings.of(
            new TraderId("backtest"),
            TradingMode.BACKTEST,
            List.of(ACCOUNT),
            plan.risk().stream().map(RiskPlan::name).toList());
    this.core = new TraderCore(settings);
    Money zero = plan.currency().zero();
    this.curve =
        new EquityCurve(interval, () -> Worth.equity(core, zero), () -> Worth.exposure(core, zero));
    this.recorder = new RunRecorder(core, trace);
    this.lockstep = new Lockstep(core, recorder);
    this.venue =
        new LoadedVenue(
            plan.venue().open(new VenueContext(ACCOUNT, opening, plan.instruments())),
            plan.venue().loader());
  }

  /** Opens the venue and brings the core to RUNNING; the first point of equity is taken. */
  static Trader start(
      Plan plan, Past past, BarInterval interval, long time, @Nullable Consumer<String> trace) {
    Trader trader = new Trader(plan, interval, trace);
    try {
      trader.begin(past, time);
      return trader;
    } catch (RuntimeException e) {
      trader.close();
      throw e;
    }
  }

  private void begin(Past past, long time) {
    plan.risk().forEach(this::bindRisk);
    lockstep.attach(ACCOUNT, venue);
    lockstep.input(time, new LifecycleEvent.Started(1, "mode=backtest"));
    for (Instrument instrument : venue.instruments()) {
      lockstep.input(time, new InstrumentListed(instrument, time));
    }
    bindStrategy(past, time);
    lockstep.input(time, new LifecycleEvent.Recovered("a backtest begins with nothing"));
    List<VenueEvent> reported = opening.release(lockstep);
    for (VenueEvent event : reported) {
      if (!(event instanceof InstrumentListed)) {
        lockstep.input(time, event);
      }
    }
    if (reported.stream().noneMatch(ConnectionChanged.class::isInstance)) {
      lockstep.input(time, new ConnectionChanged(ACCOUNT, true, "", time));
    }
    lockstep.reconcile(ACCOUNT, 0, time);
    requireRunning();
    curve.add(time);
  }

  private void bindRisk(RiskPlan risk) {
    core.bindRisk(risk.name(), new LoadedRisk(risk.module(), risk.loader()));
  }

  private void bindStrategy(Past past, long time) {
    warmUp = past.sentence();
    List<InstrumentId> ids = plan.instruments().stream().map(Instrument::id).toList();
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
                new StrategyId(plan.spec().strategy()),
                plan.spec().strategy(),
                plan.strategyVersion(),
                RunId.sha256(plan.spec().parameters().toString()),
                ACCOUNT,
                ids,
                plan.spec().bar(),
                "",
                past.bars(),
                warmUp)
            .with(plan.spec().oms());
    ClassLoader loader = plan.strategyLoader();
    core.bind(
        bound, context -> loaded(Loading.call(loader, () -> plan.maker().make(context)), loader));
    lockstep.input(time, bound);
  }

  private static TradingStrategy loaded(TradingStrategy made, ClassLoader loader) {
    return made instanceof SignalStrategy signals
        ? new LoadedSignalStrategy(signals, loader)
        : new LoadedStrategy((Strategy) made, loader);
  }

  private void requireRunning() {
    TraderStatus status = core.state().flags().status();
    if (status != TraderStatus.RUNNING) {
      throw new IllegalStateException(
          "the backtest cannot begin: the trader is "
              + status
              + ", "
              + core.state().flags().detail());
    }
  }

  /**
   * Brings market data, after everything that is due before it. A fill shows in the curve once the
   * data that filled it is applied too: a venue acts before the trader sees the price.
   */
  void market(MarketEvent event, long position) {
    long time = Math.max(core.time(), event.eventTime() + plan.dataLatency());
    if (curve.nextClose() <= time) {
      lockstep.advance(curve.nextClose());
      curve.close();
    }
    curve.expect(time);
    lockstep.market(event, position, time);
    if (recorder.takeFilled()) {
      curve.add(core.time());
    }
  }

  /** Lets time pass without data, up to the given time. */
  void await(long time) {
    while (curve.nextClose() <= time) {
      lockstep.advance(curve.nextClose());
      curve.close();
    }
    lockstep.advance(Math.max(core.time(), time));
    if (recorder.takeFilled()) {
      curve.add(core.time());
    }
  }

  /** No data follows: the last point of equity is taken. */
  void end() {
    curve.add(core.time());
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!warmUp.isEmpty()) {
      notes.add(warmUp);
    }
    notes.addAll(recorder.notes().sentences());
    core.state()
        .portfolio()
        .open()
        .forEach(
            position ->
                notes.add(
                    "at the end "
                        + position.side()
                        + " "
                        + position.quantity()
                        + " "
                        + position.instrument().id()
                        + (position.id().isNamed() ? " as " + position.id() : "")
                        + " was still held and is valued at the last price"));
    int live = core.state().ledger().liveCount();
    if (live > 0) {
      notes.add("at the end " + live + (live == 1 ? " order was" : " orders were") + " still open");
    }
    return notes;
  }

  Map<String, String> assumptions() {
    return venue.assumptions();
  }

  RunRecorder recorder() {
    return recorder;
  }

  EquityCurve curve() {
    return curve;
  }

  @Override
  public void close() {
    venue.close();
  }
}
