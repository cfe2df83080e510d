package dev.bourse.itests.benchmarks;

import dev.bourse.api.config.Parameters;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.core.Lockstep;
import dev.bourse.core.TraderCore;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.core.risk.RateLimit;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.core.strategy.StrategyMaker;
import dev.bourse.risk.limits.LimitsFactory;
import java.util.List;
import java.util.Map;

/**
 * A core in lockstep with the smallest venue, RUNNING: the risk module of the default set, ledger
 * and portfolio are on, and a sink sees every turn.
 */
final class Engine {
  /** Makes what takes the turns of a core. */
  @FunctionalInterface
  interface TurnSinkMaker {
    Lockstep.TurnSink make(TraderCore core);
  }

  private final TraderCore core;
  private final Lockstep lockstep;
  private long position;

  private Engine(List<Instrument> instruments, TurnSinkMaker sink, Runnable arrived) {
    core = new TraderCore(settings());
    lockstep = new Lockstep(core, sink.make(core));
    core.bindRisk("limits", limits());
    lockstep.attach(InstantVenue.ACCOUNT, new InstantVenue(lockstep, instruments, arrived));
    lockstep.input(Quotes.START, new LifecycleEvent.Started(1, ""));
    instruments.forEach(
        each -> lockstep.input(Quotes.START, new InstrumentListed(each, Quotes.START)));
  }

  /** The settings of every engine here. */
  static TraderSettings settings() {
    return TraderSettings.of(
            new TraderId("bench"),
            TradingMode.BACKTEST,
            List.of(InstantVenue.ACCOUNT),
            List.of("limits"))
        .withRates(RateLimit.NONE, RateLimit.NONE);
  }

  private static RiskModule limits() {
    LimitsFactory factory = new LimitsFactory();
    return factory.create(
        Parameters.of(factory.configType())
            .read(
                Map.of(
                    "max.order.notional", "",
                    "max.position", "",
                    "max.open.orders", "100000")));
  }

  /** An engine with so many instances of a strategy, each on all instruments. */
  static Engine with(
      List<Instrument> instruments, int strategies, StrategyMaker maker, Lockstep.TurnSink sink) {
    return with(instruments, strategies, maker, core -> sink, () -> {});
  }

  /** The same with a sink that needs the core, and a hook for orders that reach the venue. */
  static Engine with(
      List<Instrument> instruments,
      int strategies,
      StrategyMaker maker,
      TurnSinkMaker sink,
      Runnable arrived) {
    Engine engine = new Engine(instruments, sink, arrived);
    for (int i = 0; i < strategies; i++) {
      engine.bind("s" + i, instruments, maker);
    }
    engine.run();
    return engine;
  }

  private void bind(String name, List<Instrument> instruments, StrategyMaker maker) {
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
            new StrategyId(name),
            "bench",
            "1",
            "p",
            InstantVenue.ACCOUNT,
            instruments.stream().map(Instrument::id).toList(),
            "",
            "");
    core.bind(bound, maker);
    lockstep.input(Quotes.START, bound);
  }

  private void run() {
    lockstep.input(Quotes.START, new LifecycleEvent.Recovered(""));
    lockstep.input(
        Quotes.START, new ConnectionChanged(InstantVenue.ACCOUNT, true, "", Quotes.START));
    lockstep.reconcile(InstantVenue.ACCOUNT, 0, Quotes.START);
    TraderStatus status = core.state().flags().status();
    if (status != TraderStatus.RUNNING) {
      throw new IllegalStateException("the engine is " + status + ", not RUNNING");
    }
  }

  void feed(Quote[] quotes) {
    for (Quote quote : quotes) {
      feed(quote);
    }
  }

  void feed(Quote quote) {
    lockstep.market(quote, ++position, quote.eventTime());
  }

  TraderCore core() {
    return core;
  }

  /** A sink that writes down the trades. */
  static Lockstep.TurnSink recording(Trades trades) {
    return (TurnRecord record) -> {
      if (record.urgent() && record.event() instanceof OrderReport.Filled filled) {
        Fill fill = filled.fill();
        long price = fill.price().raw();
        trades.add(record.time(), fill.side() == Side.BUY ? price : -price);
      }
    };
  }
}
